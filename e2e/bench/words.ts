import { resolve } from 'node:path'
import { CannotStart } from '../../electron/runtime/cannotStart.ts'
import { type Size, sizes } from './workload.ts'

/** What can be measured by itself. */
export const parts = ['start', 'sizes', 'workspace', 'growth'] as const
export type Part = (typeof parts)[number]

/** What a person asked of the bench. */
export interface BenchWords {
  readonly sizes: readonly Size[]
  readonly repeat: number
  readonly only: readonly Part[]
  /** A file for everything that was measured; a whole path. */
  readonly json: string | null
  /** The form for every submission: under a minute, ratios only. */
  readonly short: boolean
}

const usage = [
  'npm run bench                                 everything: about ten minutes',
  'npm run bench -- --sizes S,M --repeat 3       some sizes (S, M, L, XL), so often each',
  'npm run bench -- --only start                 one part of it: start, sizes, workspace or growth',
  'npm run bench -- --json FILE                  keeps every single value',
  'npm run bench -- --short                      S and M once, ratios only, in less than a minute',
]

/** Reads the words after `npm run bench --`; paths as seen from where they were typed. */
export function readBenchWords(words: readonly string[], calledFrom: string): BenchWords {
  const rest = [...words]
  const asked: { -readonly [K in keyof BenchWords]?: BenchWords[K] } = {}
  while (rest.length > 0) {
    const word = rest.shift()!
    const value = () => rest.shift() ?? refuse(`${word} needs a value.`)
    if (word === '--short') asked.short = true
    else if (word === '--json') asked.json = resolve(calledFrom, value())
    else if (word === '--repeat') asked.repeat = count(value())
    else if (word === '--sizes') asked.sizes = among(value(), Object.keys(sizes) as Size[])
    else if (word === '--only') asked.only = among(value(), parts)
    else refuse(`The bench does not know ${word}.`)
  }
  const short = asked.short ?? false
  return {
    sizes: asked.sizes ?? (short ? ['S', 'M'] : (Object.keys(sizes) as Size[])),
    repeat: asked.repeat ?? (short ? 1 : 5),
    only: asked.only ?? (short ? ['sizes'] : parts),
    json: asked.json ?? null,
    short,
  }
}

function count(word: string): number {
  return /^[1-9]\d?$/.test(word) ? Number(word) : refuse(`${word} is no number of repetitions from 1 to 99.`)
}

function among<T extends string>(list: string, known: readonly T[]): T[] {
  return list
    .split(',')
    .map(one => known.find(name => name === one) ?? refuse(`There is no ${one}, only ${known.join(', ')}.`))
}

function refuse(matter: string): never {
  throw new CannotStart(matter, usage)
}
