import type { Input } from '../../shared/contract/contract.ts'
import type { Feature } from '../../shared/dataset/features.ts'
import type { Fitting, WriteChoices } from '../../shared/dataset/format.ts'
import { aliasesFor, type Selection } from '../../shared/dataset/select.ts'
import type { DescribedFormat } from '../work/formatTasks.ts'
import type { FoundArticle } from '../workspace/listing.ts'

type Asked = Input<'export.write'>['asked']

/** What of the articles goes in. Annotators get the same names whichever of their layers are chosen. */
export function selectionOf({ tags, zones, anonymous }: Asked, articles: readonly FoundArticle[]): Selection {
  const present = new Set(articles.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)))
  return { tags, zones, aliases: anonymous ? aliasesFor([...present]) : null }
}

/** How it is written. Throws a RangeError for a choice that the format hasn't: the window offers none. */
export function choicesOf(format: DescribedFormat, { unit, withText, fittings, options }: Asked): WriteChoices {
  const isUnit = unit === null || format.units.includes(unit)
  const ways = new Map<string, readonly Fitting[]>(format.ways.map(({ feature, ways }) => [feature, ways]))
  const chosen = Object.entries(fittings) as [Feature, Fitting][]
  const areFittings = chosen.every(([feature, way]) => ways.get(feature)?.includes(way))
  const known = new Map(format.options.map(({ name, values }) => [name, values]))
  const areOptions = Object.entries(options).every(([name, value]) => {
    const values = known.get(name)
    return values !== undefined && (values.length === 0 || values.includes(value))
  })
  if (!isUnit || !(withText || format.canLeaveTextOut) || !areFittings || !areOptions)
    throw new RangeError(`${format.id} has no such choice`)
  const usual = Object.fromEntries(format.options.map(({ name, values }) => [name, values[0] ?? '']))
  return {
    unit: unit ?? format.units[0] ?? 'codepoint',
    withText,
    fittings: Object.fromEntries(chosen),
    options: { ...usual, ...options },
  }
}
