import {
  type GammaByTag,
  type GammaReport,
  type GammaSum,
  gammaBetween,
} from '../../shared/agreement/gamma/articleGamma.ts'
import { words as en } from '../../shared/words/words.ts'
import { columns } from './columns.ts'

/** γ to be read: a table of all annotators, and of each pair that was measured; below it what isn't proven. */
export function printedGamma({ pairs, ...together }: GammaReport): string[][] {
  const { agreeLayers: told } = en
  return [tableOf(together, told.ofAll), ...pairs.map(pair => tableOf(pair, told.pair(pair.a, pair.b)))]
}

function tableOf({ all, byTag }: GammaByTag<GammaSum>, whom: string): string[] {
  const { agreeLayers: told } = en
  const figures: readonly (readonly [string, GammaSum, number | null])[] = [
    [told.all, all, all.cat],
    ...Object.entries(byTag).map(([tag, one]) => [tag, one, all.k[tag] ?? null] as const),
  ]
  const rows = figures.map(([tag, one, own], i) => [
    ...[tag, String(one.articles), one.units.toFixed(1)],
    ...[one.value, one.observed, one.expected].map(figure),
    ...(i === 0 ? [figure(own), ''] : ['', figure(own)]),
  ])
  return [
    told.gamma(whom),
    ...columns([[...told.gammaColumns], ...rows], ['left', ...told.gammaColumns.slice(1).map(() => 'right' as const)]),
    ...figures.flatMap(([tag, one]) => {
      const between = one.isProven ? null : gammaBetween(one)
      return between ? [told.gammaUnproven(tag, { least: figure(between.least), most: figure(between.most) })] : []
    }),
  ]
}

function figure(value: number | null): string {
  return value === null ? en.agreeLayers.nothing : value.toFixed(3)
}
