import { type Measure, measures } from '../../shared/agreement/coefficients/coefficients.ts'
import { levels } from '../../shared/agreement/coefficients/ratings.ts'
import type { Edge } from '../../shared/agreement/table/layout.ts'
import type { Refusal } from '../../shared/agreement/table/ratingsTable.ts'
import type { ReportChoice } from '../../shared/agreement/table/tableReport.ts'
import { words as en } from '../../shared/words/words.ts'
import { WrongUsage } from './wrongUsage.ts'

/** The options of `stet agree` that are about a table, as they were written. */
export interface TableOptions {
  readonly level?: string | undefined
  readonly categories?: string | undefined
  readonly missing?: readonly string[] | undefined
  readonly 'first-row'?: string | undefined
  readonly 'first-column'?: string | undefined
  readonly intervals?: boolean | undefined
  readonly samples?: string | undefined
  readonly seed?: string | undefined
  readonly explain?: string | undefined
  readonly pairs?: boolean | undefined
}

/** What was said of a table. Throws `WrongUsage` for words that mean nothing. */
export function tableChoice(options: TableOptions): ReportChoice {
  return {
    level: levelIn(options.level),
    firstRow: edgeIn('first-row', options),
    firstColumn: edgeIn('first-column', options),
    categories: categoriesIn(options.categories),
    missing: options.missing,
    ...drawnIn(options),
    explain: measureIn(options.explain),
    byPair: options.pairs,
  }
}

/** What intervals are drawn from; nothing where they weren't asked for. Throws `WrongUsage` for words that mean nothing. */
export function drawnIn(options: Pick<TableOptions, 'intervals' | 'samples' | 'seed'>) {
  return {
    samples: numberIn('samples', options) ?? (options.intervals ? DEFAULT_SAMPLES : undefined),
    seed: numberIn('seed', options),
  }
}

const DEFAULT_SAMPLES = 1000

function levelIn(said: string | undefined) {
  if (said === undefined) throw new WrongUsage(en.agreeTable.noLevel(levels.join('|')))
  const level = levels.find(one => one === said)
  if (!level) throw new WrongUsage(en.agreeTable.unknownLevel(said, levels.join(', ')))
  return level
}

function measureIn(said: string | undefined): Measure | undefined {
  if (said === undefined) return undefined
  const measure = measures.find(one => one === said)
  if (!measure) throw new WrongUsage(en.agreeTable.unknownMeasure(said, measures.join(', ')))
  return measure
}

function edgeIn(option: 'first-row' | 'first-column', options: TableOptions): Edge | undefined {
  const said = options[option]
  if (said === undefined || said === 'names' || said === 'ratings') return said
  throw new WrongUsage(en.agreeTable.unknownEdge(option, said))
}

function categoriesIn(said: string | undefined): readonly string[] | undefined {
  if (said === undefined) return undefined
  const all = said.split(',').map(one => one.trim())
  if (all.includes('')) throw new WrongUsage(en.agreeTable.noCategory)
  const twice = all.find((one, i) => all.indexOf(one) < i)
  if (twice !== undefined) throw new WrongUsage(en.agreeTable.twice(twice))
  return all
}

function numberIn(
  option: 'samples' | 'seed',
  options: Pick<TableOptions, 'intervals' | 'samples' | 'seed'>,
): number | undefined {
  const said = options[option]
  if (said === undefined) return undefined
  if (!options.intervals) throw new WrongUsage(en.agreeTable.withIntervals(option))
  const number = Number(said)
  if (/^\d{1,9}$/.test(said) && number > 0) return number
  throw new WrongUsage(en.agreeTable.noNumber(option, said))
}

/** Why a table can't be taken, as a sentence; and whether the words of the command lack something, rather than the table. */
export function whyRefused(refusal: Refusal): { readonly says: string; readonly isUsage: boolean } {
  const { refused } = en.agreeTable
  switch (refusal.why) {
    case 'empty':
      return { says: refused.empty, isUsage: false }
    case 'ragged':
      return { says: refused.ragged(refusal.row, refusal.cells, refusal.wanted), isUsage: false }
    case 'not-a-number':
      return refusal.row === 0
        ? { says: refused.notANumberListed(refusal.cell, refusal.level), isUsage: true }
        : { says: refused.notANumber(refusal.row, refusal.cell, refusal.level), isUsage: false }
    case 'not-a-category':
      return { says: refused.notACategory(refusal.row, refusal.cell), isUsage: false }
    case 'no-order':
      return { says: refused.noOrder(refusal.words.join(',')), isUsage: true }
  }
}
