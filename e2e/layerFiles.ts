import { createHash } from 'node:crypto'

/** What a colleague wrote down of some words: the first ones in the text that read so. */
export interface WrittenDown {
  readonly id: string
  readonly words: string
  readonly tag: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly entity?: string
  readonly note?: string
  readonly origin?: { readonly kind: string }
}

export interface LayerWritten {
  readonly id: string
  readonly name: string
  readonly annotations: readonly WrittenDown[]
  /** Links between annotations of it, by their ids. */
  readonly links?: readonly { readonly type: string; readonly from: string; readonly to: string }[]
}

/** The sidecar of a layer that a colleague made elsewhere, of an article as plain text, as `name → text`. */
export function layerFile(file: string, text: string, { id, name, annotations, links = [] }: LayerWritten) {
  const hash = createHash('sha256').update(text).digest('hex')
  const at = '2031-03-04T05:06:07.000Z'
  const points = (end: number) => [...text.slice(0, end)].length
  const spanOf = (words: string) => {
    const start = text.indexOf(words)
    if (start === -1) throw new RangeError(`The text doesn't say “${words}”`)
    return { start: points(start), end: points(start + words.length), quote: words, before: '', after: '' }
  }
  const sidecar = {
    ...{ format: 'stet-sidecar', formatVersion: 1, revision: 3 },
    article: {
      ...{ file: file.split('/').at(-1), sha256: hash, textSha256: hash, textLength: [...text].length },
      ...{ offsetUnit: 'codepoint', encoding: 'utf-8', reader: 'plain-text/1' },
    },
    ...{ zoneRules: 1, zones: [], annotator: { id, name, key: `key-of-${id}` } },
    ...{ codebook: { id: 'stet-default', version: 1, hash }, status: 'done', created: at, modified: at },
    annotations: annotations
      .map(({ id: one, words, tag, attributes = {}, entity, note, origin = { kind: 'manual' } }) => ({
        ...{ id: one, tag, spans: [spanOf(words)], attributes },
        ...(entity === undefined ? {} : { entity }),
        ...(note === undefined ? {} : { note }),
        ...{ origin, created: at, modified: at },
      }))
      .sort((one, other) => one.spans[0]!.start - other.spans[0]!.start || one.spans[0]!.end - other.spans[0]!.end),
    unplaced: [],
    links: links.map(({ type, from, to }, i) => ({
      ...{ id: `${id}-link-${i}`, type, from, to: { annotation: to }, attributes: {} },
    })),
    ...{ comments: [], verdicts: [] },
  }
  return { [`${file}.${id}.stet.json`]: `${JSON.stringify(sidecar, null, 2)}\n` }
}
