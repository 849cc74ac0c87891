import { beyondChance, type Measured, without } from './measured.ts'
import type { Ratings } from './ratings.ts'
import { eachRow, foundAgreement, sharesOf, whyNothing } from './units.ts'
import { MOST_WEIGHED, type Weight } from './weights.ts'

/**
 * Gwet's AC1 of two annotators and more (Gwet 2008): chance counts
 * only where somebody chooses at random, which is the more likely the more evenly
 * categories are used, Pe = Σ π(k) (1 − π(k)) / (q − 1). It doesn't fall, as κ
 * does, where nearly everything is one category. Ratings may be missing (Gwet 2014, chapter 2).
 */
export function gwetAc1(ratings: Ratings<unknown>): Measured {
  const reason = whyNothing(ratings)
  if (reason) return without(reason)
  const count = ratings.categories.length
  if (count < 2) return without('no-variation')
  return beyondChance(foundAgreement(ratings), spreadOf(ratings) / (count - 1))
}

/**
 * Gwet's AC2 (Gwet 2014, chapter 3): AC1 with weights, which say how much two
 * categories agree. Pe = T / (q (q − 1)) Σ π(k) (1 − π(k)), where T is the sum of all weights. With
 * the weights of names alone it is AC1.
 */
export function gwetAc2(ratings: Ratings<unknown>, weight: Weight): Measured {
  const reason = whyNothing(ratings)
  if (reason) return without(reason)
  const count = ratings.categories.length
  if (count < 2) return without('no-variation')
  if (count > MOST_WEIGHED) return without('too-many-values')
  const total = sumOfWeights(count, weight)
  return beyondChance(weightedAgreement(ratings, weight), (total * spreadOf(ratings)) / (count * (count - 1)))
}

/** T, the sum of the weights of all pairs of so many categories. */
export function sumOfWeights(count: number, weight: Weight): number {
  let total = count
  for (let k = 0; k < count; k++) for (let l = 0; l < k; l++) total += 2 * weight(k, l)
  return total
}

function spreadOf(ratings: Ratings<unknown>): number {
  return sharesOf(ratings).reduce((sum, share) => sum + share * (1 - share), 0)
}

/** The mean over units of what the pairs of their ratings weigh (Gwet 2014, chapter 3). */
function weightedAgreement(ratings: Ratings<unknown>, weight: Weight): number {
  let [sum, units] = [0, 0]
  eachRow(ratings, (chosen, count, times) => {
    if (count < 2) return
    let within = 0
    for (let i = 0; i < count; i++) for (let j = 0; j < i; j++) within += weight(chosen[i]!, chosen[j]!)
    sum += (times * within) / ((count * (count - 1)) / 2)
    units += times
  })
  return sum / units
}
