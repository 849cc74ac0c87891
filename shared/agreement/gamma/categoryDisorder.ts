import type { Alignment } from './alignment.ts'
import { categorial, type GammaWeights, positional } from './dissimilarity.ts'

/**
 * How far categories differ within an alignment (Mathet 2017, “The Agreement
 * Measure γcat, a Complement to γ Focused on Categorization of a Continuum”,
 * Computational Linguistics 43(3), 661–681): the mean over pairs of units that are
 * aligned, each pair counting the more the nearer its units stand, max(0, 1 −
 * d_pos), and 1 / (n − 1) in a part of n units. With a category: of the pairs of
 * which a unit has it (γ_k). A unit beside an empty place counts Δ∅ and differs
 * by Δ∅, as the published computations have it (pygamma-agreement, Titeux and
 * Riad 2021). Null where there is no such pair at all, 0 where none is aligned.
 */
export function categoryDisorder(
  { parts }: Pick<Alignment, 'parts'>,
  { apart, alpha, empty }: GammaWeights,
  category: string | null,
): number | null {
  let [disorder, weights, pairs, aligned] = [0, 0, 0, 0]
  for (const part of parts) {
    const present = part.filter(unit => unit !== null).length
    for (const [i, one] of part.entries())
      for (const other of part.slice(i + 1)) {
        if (category !== null && one?.category !== category && other?.category !== category) continue
        pairs++
        if (!one || !other) {
          if (!one && !other) continue
          disorder += empty * empty
          weights += empty
          continue
        }
        aligned++
        const weight = Math.max(0, 1 - alpha * positional(one, other) * empty) / (present - 1)
        disorder += weight * categorial(one.category, other.category, apart) * empty
        weights += weight
      }
  }
  if (pairs === 0) return null
  return aligned === 0 || weights === 0 ? 0 : disorder / weights
}
