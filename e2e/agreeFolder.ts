import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many articles there are: enough for a month to have a figure. */
export const AGREED_ARTICLES = 6

/**
 * Articles that three people annotated, each with the same differences, so that every figure can be said by hand:
 * Ben ends the actor a word sooner, answers the polarity otherwise and misses the dockers; Cleo takes the walk-out for a claim.
 */
export function writeAgreed(folder: string): void {
  for (let number = 1; number <= AGREED_ARTICLES; number++) {
    const file = `2031-03-0${number} harbour.txt`
    const text = `Harbour notice\n\nNumber ${number}. The mayor said the bridge is safe. Dockers walked out on Monday.\n`
    writeFileSync(join(folder, file), text)
    const write = (annotator: string, said: readonly Said[]) =>
      writeFileSync(join(folder, `${file}.${annotator}.stet.json`), sidecar(annotator, file, text, said))
    const claim = (polarity: string): Said => ['claim', 'the bridge is safe', { polarity }]
    write('ada', [claim('supports'), ['actor', 'The mayor'], ['actor', 'Dockers'], ['event', 'walked out']])
    write('ben', [claim('opposes'), ['actor', 'mayor'], ['event', 'walked out']])
    write('cleo', [claim('supports'), ['actor', 'The mayor'], ['actor', 'Dockers'], ['claim', 'walked out']])
  }
}

/** A tag, the words it stands on, and answers. The first is said by the second. */
type Said = readonly [tag: string, words: string, attributes?: Readonly<Record<string, string>>]

/** What somebody annotated, as a file of theirs has it. */
export function sidecar(annotator: string, file: string, text: string, said: readonly Said[]): string {
  const hash = createHash('sha256').update(text).digest('hex')
  const at = '2031-03-05T09:00:00.000Z'
  return JSON.stringify({
    ...{ format: 'stet-sidecar', formatVersion: 1, revision: 1, status: 'done', created: at, modified: at },
    article: {
      ...{ file, sha256: hash, textSha256: hash, textLength: text.length, offsetUnit: 'codepoint' },
      ...{ encoding: 'utf-8', reader: 'plain-text/1' },
    },
    ...{ zoneRules: 1, zones: [], annotator: { id: annotator, name: annotator, key: 'another' } },
    codebook: { id: 'stet-default', version: 1, hash },
    annotations: said.map(([tag, quote, attributes = {}], i) => {
      const start = text.indexOf(quote)
      const span = { start, end: start + quote.length, quote, before: '', after: '' }
      const origin = { kind: 'manual' }
      return { id: `a${i}`, tag, spans: [span], attributes, origin, created: at, modified: at }
    }),
    links: [{ id: 'l0', type: 'attributed-to', from: 'a0', to: { annotation: 'a1' }, attributes: {} }],
    ...{ unplaced: [], comments: [], verdicts: [] },
  })
}
