import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Measure } from '../coefficients/coefficients.ts'
import type { Level, Value } from '../coefficients/ratings.ts'
import { tableReport } from './tableReport.ts'

// What stands in books and papers, beside this project: none of it is copied here.
const samples = fileURLToPath(new URL('../../../../shared/samples/agreement/', import.meta.url))
const hasSamples = existsSync(samples)
const read = (name: string) => JSON.parse(readFileSync(`${samples}${name}.json`, 'utf8'))

interface Case {
  readonly id: string
  readonly units?: readonly (readonly (Value | null)[])[]
  readonly table?: readonly (readonly number[])[]
  readonly labels?: readonly string[]
  readonly expected: readonly { measure: string; value: number; tolerance: number; metric?: string }[]
}

/** The rows of a table as somebody would write them: a unit a row, an annotator a column. */
function rowsOf({ units, table, labels }: Case): string[][] {
  if (units) return units.map(row => row.map(value => (value === null ? '' : String(value))))
  return table!.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [labels![i]!, labels![j]!])),
  )
}

const names = ['Ada', 'Bo', 'Cy', 'Di']
const ways: Record<string, (rows: string[][]) => string[][]> = {
  'ratings alone': rows => rows,
  'annotators named': rows => [names.slice(0, rows[0]!.length), ...rows],
  'annotators and units named': rows => [
    ['unit', ...names.slice(0, rows[0]!.length)],
    ...rows.map((row, i) => [String(i + 1), ...row]),
  ],
  'as a data frame is written': rows => [
    ['', ...names.slice(0, rows[0]!.length)],
    ...rows.map((row, i) => [String(i), ...row]),
  ],
}

test.skipIf(!hasSamples).each(Object.keys(ways))(
  hasSamples
    ? 'published figures come out of tables: %s'
    : 'published figures of tables, %s (skipped: not on this machine)',
  way => {
    let figures = 0
    for (const one of [...read('two-coders').cases, ...read('krippendorff-alpha').cases] as Case[])
      for (const { measure, value, tolerance, metric = 'nominal' } of one.expected) {
        // Two figures of one example have distances of their own.
        if (measure === 'weighted_kappa' || metric.includes(' ')) continue
        const rows = ways[way]!(rowsOf(one)).map((cells, i) => ({ number: i + 1, cells }))
        const report = tableReport('table.csv', rows, { level: metric as Level })
        if ('refusal' in report) throw new Error(`${one.id}: ${report.refusal.why}`)
        const name = (measure === 'percent_agreement' ? 'observed' : measure.replace('_', '-')) as Measure
        const found = report.coefficients.find(coefficient => coefficient.measure === name)!
        expect(Math.abs(found.value! - value), `${one.id} ${measure}`).toBeLessThanOrEqual(tolerance + 1e-12)
        figures++
      }
    expect(figures).toBe(64)
  },
)
