import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DatasetLayer } from '../dataset/dataset.ts'
import { anyArticle } from '../dataset/drawnDataset.laws.ts'
import { tokenCut } from '../dataset/tokenCut.ts'
import { coefficient } from './coefficients/coefficients.ts'
import { compareLayers } from './compareLayers.ts'
import { layer, on } from './drawnLayers.laws.ts'
import { type MatchedUnit, matchedUnits } from './matchedUnits.ts'
import { exactly, placesIn } from './place.ts'
import { NOTHING, RatingsTally, rateUnits } from './ratingsOfUnits.ts'
import { readied } from './readied.ts'
import { setText, taggedTokens, tagSets, underTag } from './tokenTags.ts'

const text = 'The mayor said the bridge is safe, and Dockers walked out.'
const layers = [
  layer('ada', [on(text, 'The mayor', 'actor'), on(text, 'the bridge is safe', 'claim')]),
  layer('bo', [on(text, 'mayor', 'actor'), on(text, 'the bridge', 'claim'), on(text, 'is safe', 'claim')]),
  layer('cy', [on(text, 'The mayor', 'event'), on(text, 'is safe', 'claim'), on(text, 'Dockers', 'actor')]),
]
const told = (units: readonly MatchedUnit[]) =>
  units.map(unit => [...unit].map(([annotator, { annotation }]) => `${annotator} ${annotation.id}`).join(', '))

test('a unit has one annotation of each annotator at most, the surest matches first', () => {
  expect(told(matchedUnits(compareLayers(text, layers)))).toEqual([
    'ada The mayor, bo mayor, cy The mayor',
    'ada the bridge is safe, bo the bridge',
    'bo is safe, cy is safe',
    'cy Dockers',
  ])
})

test('units and tokens become tables that coefficients take, nothing being a value and an article that one lacks none', () => {
  const tally = new RatingsTally(['dan', 'cy', 'bo', 'ada'])
  const units = matchedUnits(compareLayers(text, layers))
  rateUnits(tally, units, new Set(['ada', 'bo', 'cy']), ({ annotation }) => annotation.tag, NOTHING)
  expect(rows(tally)).toEqual(
    ['actor actor event ?  ×1', 'claim claim  ?  ×1', ' claim claim ?  ×1', '  actor ?  ×1'].sort(),
  )
  expect(coefficient(tally.table(), 'krippendorff-alpha', 'nominal').value).toBeTypeOf('number')

  const ready = layers.map(one => readied(one, placesIn(text, exactly)))
  const cut = taggedTokens(tokenCut(text), ready)
  const tokens = new RatingsTally(['ada', 'bo', 'cy'])
  for (const { values, times } of underTag(cut, 'claim')) tokens.add(values, times)
  // “the bridge” by two, “is safe” by three, nine others with the comma and the full stop.
  expect(rows(tokens)).toEqual(['claim claim   ×2', 'claim claim claim  ×2', '    ×9'].sort())
  const sets = tagSets(cut, tag => tag !== 'event').flatMap(({ values }) => values)
  expect(new Set(sets)).toEqual(new Set([setText([]), setText(['actor']), setText(['claim'])]))
})

function rows(tally: RatingsTally): string[] {
  const { annotators, codes, times, categories } = tally.table()
  return [...times!]
    .map((often, row) => {
      const values = [...codes.slice(row * annotators, (row + 1) * annotators)].map(code =>
        code === -1 ? '?' : categories[code],
      )
      return `${values.join(' ')}  ×${often}`
    })
    .sort()
}

test('law: each annotation is in one unit, and the order of layers and annotations changes nothing', () => {
  const article = fc.tuple(anyArticle('a.txt'), fc.infiniteStream(fc.nat()))
  fc.assert(
    fc.property(article, ([one, dice]) => {
      const [a, b] = one.layers
      const c: DatasetLayer = {
        ...{ annotator: 'cy', links: [] },
        annotations: [...a!.annotations.slice(0, 3), ...b!.annotations.map(each => ({ ...each, id: `b${each.id}` }))],
      }
      const all = [a!, b!, c]
      const units = matchedUnits(compareLayers(one.text, all))
      const inUnits = units.flatMap(unit =>
        [...unit].map(([annotator, { annotation }]) => `${annotator} ${annotation.id}`),
      )
      expect(inUnits.sort()).toEqual(
        all.flatMap(({ annotator, annotations }) => annotations.map(({ id }) => `${annotator} ${id}`)).sort(),
      )
      const shuffled = <T>(list: readonly T[]) =>
        list
          .map(item => ({ item, at: dice.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ item }) => item)
      const again = matchedUnits(
        compareLayers(
          one.text,
          shuffled(all).map(each => ({ ...each, annotations: shuffled(each.annotations) })),
        ),
      )
      expect(told(again)).toEqual(told(units))
    }),
  )
})
