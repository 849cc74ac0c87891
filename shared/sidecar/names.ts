/**
 * Which file belongs to which article: `ARTICLE.ANNOTATOR.stet.json`. The
 * annotator's id is what stands between the last two dots before `stet.json`,
 * so article names may hold any dots they like.
 */
const ENDING = '.stet.json'
/** Gold's prefix comes before a whole id. */
const ID = /^(?:gold-)?[a-z0-9][a-z0-9-]{0,31}$/
const GOLD = 'gold-'

/** Facts of the article itself stand under this name in an annotator's place; nobody can be called so. */
export const FACTS = 'article'

/** The name of a sidecar, in the article's folder. Also takes a path, of which only the end changes. */
export function sidecarName(article: string, annotator: string): string {
  return `${article}.${annotator}${ENDING}`
}

/** The name of the file that holds an article's facts. */
export function factsName(article: string): string {
  return sidecarName(article, FACTS)
}

/** What a file name says: a sidecar's article and annotator, or null for any other file. Facts have the annotator `article`. */
export function parseSidecarName(name: string): { article: string; annotator: string } | null {
  if (!name.endsWith(ENDING)) return null
  const stem = name.slice(0, -ENDING.length)
  const dot = stem.lastIndexOf('.')
  if (dot <= 0) return null
  const annotator = stem.slice(dot + 1)
  return ID.test(annotator) ? { article: stem.slice(0, dot), annotator } : null
}

/** Whether a person may annotate under this id. `gold-…` is for adjudicated layers, `article` for facts. */
export function isAnnotatorId(id: string): boolean {
  return ID.test(id) && id !== FACTS && !isGold(id)
}

/** Whether a layer under this id is gold: what somebody has decided on the layers of others. */
export function isGold(annotator: string): boolean {
  return annotator.startsWith(GOLD)
}

/** The id under which a person's decisions stand. */
export function goldOf(annotator: string): string {
  return `${GOLD}${annotator}`
}
