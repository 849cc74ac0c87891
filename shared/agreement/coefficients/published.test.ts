import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bCubed } from './bCubed.ts'
import { blanc } from './blanc.ts'
import { ceaf } from './ceaf.ts'
import type { Clusters } from './clusters.ts'
import { coefficient, type Measure, weighed } from './coefficients.ts'
import { cohenKappa } from './cohenKappa.ts'
import { agreementByUnit, fleissKappa } from './fleissKappa.ts'
import { alphaBy } from './krippendorffAlpha.ts'
import type { Measured } from './measured.ts'
import { muc } from './muc.ts'
import { type Level, type Ratings, ratingsOf, ratingsOfTable, type Value } from './ratings.ts'

// What stands in books and papers, beside this project: none of it is copied here.
const samples = fileURLToPath(new URL('../../../../shared/samples/agreement/', import.meta.url))
const hasSamples = existsSync(samples)
const published = (name: string) =>
  [hasSamples ? name : `${name} (skipped: not on this machine)`, { skip: !hasSamples }] as const
const read = (name: string) => JSON.parse(readFileSync(`${samples}${name}.json`, 'utf8'))

interface Expected {
  readonly measure: string
  readonly value: number
  readonly tolerance: number
  readonly metric?: string
  readonly weights?: string
}

/** Every expected figure is met within its tolerance: what is printed is met to the printed digit. Returns how many there were. */
function meets(id: string, all: readonly Expected[], of: (one: Expected) => Measured): number {
  for (const one of all) {
    const { value } = of(one)
    expect(value, `${id} ${one.measure} ${one.metric ?? ''}`).not.toBeNull()
    expect(Math.abs(value! - one.value), `${id} ${one.measure} ${one.metric ?? ''}: ${value}`).toBeLessThanOrEqual(
      one.tolerance + 1e-12,
    )
  }
  return all.length
}

const nominal: Record<string, Measure> = {
  observed: 'observed',
  percent_agreement: 'observed',
  cohen_kappa: 'cohen-kappa',
  scott_pi: 'scott-pi',
  bennett_s: 'bennett-s',
  gwet_ac1: 'gwet-ac1',
}

test(...published('published tables of two coders'), () => {
  let figures = 0
  for (const { id, table, labels, units, expected } of read('two-coders').cases) {
    const ratings = table ? ratingsOfTable(table, labels) : ratingsOf(units)
    figures += meets(id, expected, ({ measure, metric, weights }) => {
      // The one distance of an example: half where the third category is involved.
      const half = (k: number, l: number) => (k === l ? 0 : Math.max(k, l) === 2 ? 0.5 : 1)
      if (measure === 'weighted_kappa' && weights?.startsWith('0 same, 0.5 if Chck'))
        return cohenKappa(ratings, (k, l) => 1 - half(k, l))
      if (measure === 'krippendorff_alpha')
        return metric === 'nominal' ? coefficient(ratings, 'krippendorff-alpha', 'nominal') : alphaBy(ratings, half)
      return coefficient(ratings, nominal[measure]!, 'nominal')
    })
  }
  expect(figures).toBe(47)
})

test(...published('published tables for Krippendorff’s α'), () => {
  let figures = 0
  for (const { id, units, expected } of read('krippendorff-alpha').cases) {
    const ratings = ratingsOf(units as (Value | null)[][])
    figures += meets(id, expected, ({ measure, metric }) =>
      measure === 'krippendorff_alpha'
        ? coefficient(ratings, 'krippendorff-alpha', metric as Level)
        : coefficient(ratings, nominal[measure]!, 'nominal'),
    )
  }
  expect(figures).toBe(20)
})

test(...published('Fleiss’ table, and each of its units'), () => {
  for (const { id, counts, expected } of read('fleiss-kappa').cases) {
    const rows = (counts as number[][]).map(row => row.flatMap((often, k) => Array<number>(often).fill(k)))
    const ratings = ratingsOf(rows)
    const [whole, units] = [false, true].map(isUnits =>
      expected.filter(({ measure }: Expected) => (measure === 'per_unit') === isUnits),
    ) as [Expected[], { value: number[] }[]]
    expect(meets(id, whole, () => fleissKappa(ratings))).toBe(2)
    for (const { value } of units)
      for (const [i, agreement] of agreementByUnit(ratings).entries()) expect(agreement).toBeCloseTo(value[i]!, 9)
    expect(agreementByUnit(ratings)).toHaveLength(10)
  }
})

test(...published('Gwet’s tables, with the figures in between'), () => {
  const names = readdirSync(samples).filter(name => name.startsWith('gwet-'))
  expect(names).toHaveLength(2)
  for (const name of names) {
    const { categories, table, cases } = read(name.replace('.json', ''))
    const ratings = ratingsOfTable(table, categories)
    for (const { measure, weights, pa, pe, coefficient: value } of cases) {
      const level: Level = weights === 'quadratic' ? 'interval' : 'nominal'
      const measured = coefficient(ratings, measure === 'AC1' ? 'gwet-ac1' : 'gwet-ac2', level)
      expect(measured).toEqual(weights === 'quadratic' ? weighed('gwet-ac2', ratings, level, weights) : measured)
      expect(measured).toMatchObject({ found: expect.closeTo(pa, 9), byChance: expect.closeTo(pe, 9) })
      expect(Number(measured.value!.toPrecision(4))).toBe(value)
    }
  }
})

const scorers = {
  muc,
  bcub: bCubed,
  ceafm: (key: Clusters, response: Clusters) => ceaf(key, response, 'mentions'),
  ceafe: (key: Clusters, response: Clusters) => ceaf(key, response, 'entities'),
  blanc,
}

test(...published('the reference scorers’ entities'), () => {
  const { cases } = read('coreference')
  expect(cases).toHaveLength(5)
  for (const { id, key_clusters, response_clusters, expected } of cases)
    for (const [name, scores] of Object.entries(expected as Record<string, Record<string, number>>)) {
      const scored = scorers[name as keyof typeof scorers](named(key_clusters), named(response_clusters))
      for (const [what, value] of Object.entries(scores)) {
        const ours = (scored as unknown as Record<string, number>)[what]!
        // Some are printed with five digits, some whole.
        const digits = String(value).length <= 7 ? 5 : 12
        expect(Number(ours.toFixed(digits)), `${id} ${name} ${what}`).toBe(Number(value.toFixed(digits)))
      }
    }
})

test(...published('the reference scorers’ own files say the same entities'), () => {
  const { cases } = read('coreference')
  const { key_clusters, response_clusters, response } = cases.find(({ id }: { id: string }) => id === 'A4')
  const sorted = (clusters: Clusters) => clusters.map(one => [...one].sort().join(' ')).sort()
  expect(sorted(inFile('TC-A.key'))).toEqual(sorted(named(key_clusters)))
  expect(sorted(inFile(response))).toEqual(sorted(named(response_clusters)))
  expect(bCubed(inFile('TC-A.key'), inFile(response))).toMatchObject({ recall: expect.closeTo(5 / 9, 12) })
})

function named(clusters: readonly (readonly (readonly number[])[])[]): Clusters {
  return clusters.map(mentions => mentions.map(mention => mention.join(':')))
}

/** The entities of a file as the scorers take it: in the last column `(1` begins a mention of entity 1 and `1)` ends one. */
function inFile(name: string): Clusters {
  const entities = new Map<string, string[]>()
  const open = new Map<string, number[]>()
  const sentences = readFileSync(`${samples}coref-files/${name}`, 'utf8')
    .replace(/^#.*$/gm, '')
    .trim()
    .split(/\n\s*\n/)
  for (const [sentence, lines] of sentences.entries())
    for (const [token, line] of lines.split('\n').entries())
      for (const [, begins, id, ends] of line
        .trimEnd()
        .split(/\t/)
        .at(-1)!
        .matchAll(/(\()?(\d+)(\))?/g)) {
        if (begins) open.set(id!, [...(open.get(id!) ?? []), token])
        if (ends) entities.set(id!, [...(entities.get(id!) ?? []), [sentence, open.get(id!)!.pop()!, token].join(':')])
      }
  return [...entities.values()]
}

test(...published('every table here is one that somebody knows the answer to'), () => {
  const tables: [string, Ratings][] = read('two-coders').cases.map(({ id, table, labels, units }: never) => [
    id,
    table ? ratingsOfTable(table, labels) : ratingsOf(units),
  ])
  // Fleiss’ κ of two annotators is Scott’s π.
  for (const [id, ratings] of tables)
    expect(fleissKappa(ratings).value, id).toBeCloseTo(coefficient(ratings, 'scott-pi', 'nominal').value!, 12)
})
