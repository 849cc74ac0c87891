import type { Figure, FigureGroup } from '../agreement/figures/figure.ts'
import { articlesFromPilot } from './planner.ts'

/** What a figure of what is double-coded so far says of how many articles there have to be: `needed` in all, of which `more` are still to come; null where it has no interval to go by. */
export interface FigurePlan {
  readonly interval: { readonly low: number; readonly high: number } | null
  readonly needed: number | null
  readonly more: number | null
}

/** How many articles have to be there for an interval of a width around a figure. */
export function planByFigure(
  { articles }: Pick<FigureGroup, 'articles'>,
  { interval }: Pick<Figure, 'interval'>,
  width: number,
): FigurePlan {
  const known = interval?.value ?? null
  const needed = known && articlesFromPilot({ articles, ...known }, width)
  return { interval: known, needed, more: needed === null ? null : Math.max(0, needed - articles) }
}
