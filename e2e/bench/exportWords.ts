import { resolve } from 'node:path'
import { CannotStart } from '../../electron/runtime/cannotStart.ts'
import { formats } from '../../shared/exporters/formats.ts'

/** What a person asked of the bench of datasets. */
export interface ExportWords {
  /** So many generated articles; 0: none. A tenth of them is measured as well. */
  readonly articles: number
  readonly formats: readonly string[]
  readonly corpus: boolean
  /** A file for everything that was measured; a whole path. */
  readonly json: string | null
}

const usage = [
  'npm run bench:export                                 PolNeAR where it is, and 10,000 generated articles (and 1,000 of them)',
  'npm run bench:export -- --articles 100000            the long form; 0 for none',
  'npm run bench:export -- --formats jsonl,csv          some formats, of those that `stet formats` names',
  'npm run bench:export -- --no-corpus                  without PolNeAR',
  'npm run bench:export -- --json FILE                  keeps every value',
]

/** Reads the words after `npm run bench:export --`; paths as seen from where they were typed. */
export function readExportWords(words: readonly string[], calledFrom: string): ExportWords {
  const rest = [...words]
  const asked = {
    articles: 10_000,
    formats: ['jsonl', 'csv', 'parquet', 'brat'],
    corpus: true,
    json: null as string | null,
  }
  while (rest.length > 0) {
    const word = rest.shift()!
    const value = () => rest.shift() ?? refuse(`${word} needs a value.`)
    if (word === '--articles') asked.articles = count(value())
    else if (word === '--formats') asked.formats = value().split(',').map(known)
    else if (word === '--no-corpus') asked.corpus = false
    else if (word === '--json') asked.json = resolve(calledFrom, value())
    else refuse(`The bench does not know ${word}.`)
  }
  return asked
}

function count(word: string): number {
  return /^\d{1,6}$/.test(word) ? Number(word) : refuse(`${word} is no number of articles from 0 to 999,999.`)
}

function known(id: string): string {
  return Object.hasOwn(formats, id) ? id : refuse(`There is no format ${id}, only ${Object.keys(formats).join(', ')}.`)
}

function refuse(matter: string): never {
  throw new CannotStart(matter, usage)
}
