import { createHash } from 'node:crypto'

/** Two articles that two colleagues annotated, for stories and screens of deciding. */
const strike = `Dockers walk out

The union said on Monday that the port would close. The harbour master denied it.

“The port is shut,” the union said. Nobody knows when they will be back at work.
`
const flood = `The river rose

The mayor warned of a flood. Nobody was hurt.
`

interface Said {
  readonly id: string
  readonly words: string
  readonly tag: string
  readonly attributes?: Readonly<Record<string, string>>
}

const at = '2031-03-04T05:06:07.000Z'

/** A colleague's file, as their Stet wrote it; `sources`: which annotation is attributed to which. */
export function layerFileOf(
  article: string,
  text: string,
  annotator: { readonly id: string; readonly name: string },
  said: readonly Said[],
  {
    sources = {},
    revision = 3,
  }: { readonly sources?: Readonly<Record<string, string>>; readonly revision?: number } = {},
): string {
  const hash = createHash('sha256').update(text).digest('hex')
  const annotations = said.map(({ id, words, tag, attributes = {} }) => {
    const start = text.indexOf(words)
    const end = start + words.length
    const span = {
      start,
      end,
      quote: words,
      before: text.slice(Math.max(0, start - 32), start),
      after: text.slice(end, end + 32),
    }
    return { id, tag, spans: [span], attributes, origin: { kind: 'manual' }, created: at, modified: at }
  })
  const links = Object.entries(sources).map(([from, to]) => ({
    ...{ id: `${from}-${to}`, type: 'attributed-to', from, to: { annotation: to }, attributes: {} },
  }))
  const file = {
    ...{ format: 'stet-sidecar', formatVersion: 1, revision },
    article: {
      ...{ file: article, sha256: hash, textSha256: hash, textLength: text.length, offsetUnit: 'codepoint' },
      ...{ encoding: 'utf-8', reader: 'plain-text/1' },
    },
    ...{ zoneRules: 1, zones: [], annotator: { ...annotator, key: `key-of-${annotator.id}` } },
    codebook: { id: 'stet-default', version: 1, hash },
    ...{ status: 'done', created: at, modified: at },
    annotations: annotations.sort((one, other) => one.spans[0]!.start - other.spans[0]!.start),
    ...{ unplaced: [], links, comments: [], verdicts: [] },
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

const ben = { id: 'ben', name: 'Ben Ott' }
const cem = { id: 'cem', name: 'Cem Kaya' }
const close = { id: 'close', words: 'the port would close', tag: 'claim', attributes: { type: 'prediction' } }
const union = { id: 'union', words: 'The union', tag: 'actor' }
const mayor = { id: 'mayor', words: 'The mayor', tag: 'actor' }

/** What Cem says of the strike; with `more` where he has changed his mind. */
export function cemOnStrike(more: readonly Said[] = [], revision = 3): string {
  const said = [
    union,
    { ...close, attributes: { type: 'demand' } },
    { id: 'shut', words: 'The port is shut', tag: 'event' },
    ...more,
  ]
  return layerFileOf('strike.txt', strike, cem, said, { sources: { close: 'union' }, revision })
}

export const decidedFiles: Readonly<Record<string, string>> = {
  'strike.txt': strike,
  'strike.txt.ben.stet.json': layerFileOf(
    'strike.txt',
    strike,
    ben,
    [
      union,
      close,
      { id: 'shut', words: 'The port is shut', tag: 'claim' },
      { id: 'denied', words: 'denied it', tag: 'claim' },
    ],
    { sources: { close: 'union' } },
  ),
  'strike.txt.cem.stet.json': cemOnStrike(),
  'flood.txt': flood,
  'flood.txt.ben.stet.json': layerFileOf('flood.txt', flood, ben, [
    mayor,
    { id: 'flood', words: 'a flood', tag: 'event' },
  ]),
  'flood.txt.cem.stet.json': layerFileOf('flood.txt', flood, cem, [
    mayor,
    { id: 'flood', words: 'flood', tag: 'event' },
  ]),
}
