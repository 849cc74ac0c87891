import type { Round, Seal } from '../project/organised.ts'

/** How far one article of a sealed coding is. */
export interface SealedArticle {
  readonly article: string
  /** Whether the layers may be shown: all have sealed theirs, or somebody opened the coding before. */
  readonly isOpen: boolean
  /** Since when (ISO 8601); null while it is sealed. */
  readonly openSince: string | null
  /**
   * The seal of each annotator that counts: the last until the article was open. What is
   * sealed after that proves nothing any more, for by then the others' layers were shown.
   */
  readonly seals: ReadonlyMap<string, Seal>
}

/** How far an article of a round is. `seals` may be those of all rounds and articles, in any order. */
export function sealedArticle(round: Round, article: string, seals: Iterable<Seal>): SealedArticle {
  const own = [...seals].filter(seal => seal.round === round.id && seal.article === article)
  const counting = new Map<string, Seal>()
  for (const seal of sealsInOrder(own)) {
    if (round.opened !== undefined && seal.at > round.opened) break
    if (!round.annotators.includes(seal.annotator)) continue
    counting.set(seal.annotator, seal)
    if (counting.size === round.annotators.length) return { article, isOpen: true, openSince: seal.at, seals: counting }
  }
  return { article, isOpen: round.opened !== undefined, openSince: round.opened ?? null, seals: counting }
}

/** All articles of a round, in its order. */
export function sealedArticles(round: Round, seals: Iterable<Seal>): SealedArticle[] {
  const byArticle = new Map<string, Seal[]>()
  for (const seal of seals) {
    if (seal.round !== round.id) continue
    const those = byArticle.get(seal.article)
    if (those) those.push(seal)
    else byArticle.set(seal.article, [seal])
  }
  return round.articles.map(article => sealedArticle(round, article, byArticle.get(article) ?? []))
}

/** Seals in the order in which they were made, by the clocks of whoever made them. */
export function sealsInOrder(seals: readonly Seal[]): Seal[] {
  return [...seals].sort(byTime)
}

/**
 * When a new seal of somebody's part was made: now, by their clock; but after what they sealed before, and, where the article is open, after
 * it was opened, whatever the clock says: a seal from after others were seen never counts as one from before.
 */
export function sealTime(round: Round, article: string, annotator: string, seals: Iterable<Seal>, now: Date): string {
  const all = [...seals]
  const { openSince } = sealedArticle(round, article, all)
  const own = all.filter(one => one.round === round.id && one.article === article && one.annotator === annotator)
  const before = [...own.map(({ at }) => at), ...(openSince === null ? [] : [openSince])]
  const latest = Math.max(...before.map(at => Date.parse(at)).filter(time => !Number.isNaN(time)), 0)
  return new Date(Math.min(LAST_TIME, Math.max(now.getTime(), latest + 1))).toISOString()
}

/** No later time can be told: files of others may say any. */
const LAST_TIME = 8.64e15

function byTime(one: Seal, other: Seal): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
