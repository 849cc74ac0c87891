import type { Round, Seal } from '../project/organised.ts'
import { sealedArticles, sealsInOrder } from './sealsThatCount.ts'

/** What a layer that may be sealed is now. */
export interface FoundLayer {
  readonly status: string
  /** SHA-256 of `layerSays`, as the first seals have it; null where the file can't be read. */
  readonly sha256: string | null
  /** By the ids of rounds: the hash as seals have it now. */
  readonly inRounds?: Readonly<Record<string, string>>
}

/** The version of the seals that are made now. */
export const SEAL_VERSION = 2

/** A layer's hash, made as a seal of a round was made of it: seals of before prove what they did. */
export function hashIn(found: FoundLayer | undefined, round: string, version: number | undefined): string | null {
  return (version === SEAL_VERSION ? found?.inRounds?.[round] : found?.sha256) ?? null
}

/** Whether a layer says what it said when it was sealed. */
export function isAsSealed(found: FoundLayer, seal: Seal | undefined): boolean {
  return seal !== undefined && hashIn(found, seal.round, seal.version) === seal.sha256
}

/**
 * How one annotator's part in one article of a sealed coding stands.
 *
 * `waiting`: not done; `unsealed`: done, and no seal was recorded; `sealed`, `same`: the layer says what it
 * said when it was sealed, while the article is sealed, and since it is open; `again`: it was changed and sealed again after
 * it was open, and says what it said then; `late`: it was sealed only after it was open; `changed`: it says something else than any seal that
 * could stand for it; `gone`: it was sealed, and isn't there or can't be read.
 */
export type ProofState = 'waiting' | 'unsealed' | 'sealed' | 'same' | 'again' | 'late' | 'changed' | 'gone'

export interface Proof {
  readonly article: string
  readonly annotator: string
  readonly state: ProofState
  /** The seal that counts: the last from before the others could be seen; undefined where there is none. */
  readonly seal?: Seal
  /** Everything that the annotator sealed of it, the first one first. */
  readonly seals: readonly Seal[]
  /** What the layer's hash is now, made as the last seal was; null where it isn't there or can't be read. */
  readonly now: string | null
}

/** Holds every layer of a round against its seal. `layerOf` gives what stands in an annotator's file; undefined where there is none. */
export function proofsOf(
  round: Round,
  seals: Iterable<Seal>,
  layerOf: (article: string, annotator: string) => FoundLayer | undefined,
): Proof[] {
  const all = [...seals]
  const bySeals = grouped(all.filter(seal => seal.round === round.id))
  return sealedArticles(round, all).flatMap(({ article, isOpen, seals: counting }) =>
    round.annotators.map((annotator): Proof => {
      const found = layerOf(article, annotator)
      const seal = counting.get(annotator)
      const own = sealsInOrder(bySeals.get(`${annotator} ${article}`) ?? [])
      const last = own.at(-1)
      const now = hashIn(found, round.id, last ? last.version : SEAL_VERSION)
      if (!last) {
        const isDone = found !== undefined && found.status !== 'in-progress'
        return { article, annotator, state: isDone ? 'unsealed' : 'waiting', seals: own, now }
      }
      return {
        article,
        annotator,
        state: stateOf(found, last, seal, isOpen),
        ...(seal ? { seal } : {}),
        seals: own,
        now,
      }
    }),
  )
}

/** Whether a seal was the first of a layer, came after another while nobody could see the others, or came once they could be seen. */
export type Sealing = 'first' | 'again' | 'late'

/** Everything that was sealed of a layer, the first one first. */
export function sealsTold({ seal: counts, seals }: Proof): { readonly seal: Seal; readonly how: Sealing }[] {
  const last = counts ? seals.indexOf(counts) : -1
  return seals.map((seal, i) => ({ seal, how: i > last ? 'late' : i === 0 ? 'first' : 'again' }))
}

const inNeed: readonly ProofState[] = ['changed', 'gone', 'again', 'late', 'unsealed']

/** Proofs with those first that somebody should look at; otherwise their order stays. */
export function inNeedFirst(proofs: readonly Proof[]): Proof[] {
  const isInNeed = ({ state }: Proof) => inNeed.includes(state)
  return [...proofs.filter(isInNeed), ...proofs.filter(proof => !isInNeed(proof))]
}

function stateOf(found: FoundLayer | undefined, last: Seal, seal: Seal | undefined, isOpen: boolean): ProofState {
  if (!found || found.sha256 === null) return 'gone'
  if (isAsSealed(found, seal)) return isOpen ? 'same' : 'sealed'
  if (!isAsSealed(found, last)) return 'changed'
  return seal ? 'again' : 'late'
}

function grouped(seals: readonly Seal[]): Map<string, Seal[]> {
  const groups = new Map<string, Seal[]>()
  for (const seal of seals) {
    const key = `${seal.annotator} ${seal.article}`
    const group = groups.get(key)
    if (group) group.push(seal)
    else groups.set(key, [seal])
  }
  return groups
}
