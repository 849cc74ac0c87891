import { cohenKappa } from './cohenKappa.ts'
import { fleissKappa } from './fleissKappa.ts'
import { beyondChance } from './measured.ts'
import { observed } from './observed.ts'
import { type Ratings, ratersIn } from './ratings.ts'
import { sharesOf } from './units.ts'

/** The share of each category among what was chosen, from 0 to 1, by code; of each unit the same weight. */
export function prevalence(ratings: Ratings<unknown>): number[] {
  return [...sharesOf(ratings)].map(share => (Number.isNaN(share) ? 0 : share))
}

/**
 * Whether κ and per cent part ways, which one of them alone would hide: annotators agree on most units, and κ (of more
 * than two annotators Fleiss') says otherwise, or nothing, because nearly everything is one category (Feinstein and
 * Cicchetti 1990). `even` is what κ would be if all categories that were chosen were so as often: Bennett's S of these alone
 * (Byrt, Bishop and Carlin 1993), since what nobody chose makes nothing lopsided.
 */
export interface PartingWays {
  readonly observed: number
  /** Null where it can't be computed, since every rating is the same. */
  readonly kappa: number | null
  readonly even: number | null
  /** The category chosen most, and its share. */
  readonly most: { readonly code: number; readonly share: number }
}

/** Agreement from here on looks good to whoever reads per cent; a κ that S outgrows by so much is pulled down by how often categories are chosen. */
const LOOKS_GOOD = 0.75
const FAR = 0.2

/** Null where per cent and κ say the same, or there is nothing to compare. */
export function partingWays(ratings: Ratings<unknown>): PartingWays | null {
  const found = observed(ratings).value
  if (found === null || found < LOOKS_GOOD) return null
  const kappa = (ratersIn(ratings).length === 2 ? cohenKappa(ratings) : fleissKappa(ratings)).value
  const shares = prevalence(ratings)
  const even = beyondChance(found, 1 / shares.filter(share => share > 0).length).value
  if (kappa !== null && even !== null && even - kappa < FAR) return null
  const share = Math.max(...shares)
  return { observed: found, kappa, even, most: { code: shares.indexOf(share), share } }
}
