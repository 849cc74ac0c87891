import type { Link } from '../annotation/annotation.ts'
import { asOne, type SingleEdit } from '../annotation/asOne.ts'
import type { Edit } from '../annotation/edit.ts'
import type { Hit } from '../search/hit.ts'

/** What refers to an entity, in one article: the person's own only. */
export type Reference = Pick<Hit, 'article' | 'annotation' | 'unplaced' | 'link'>

/** One article's edit of several; `seen` leaves what it changes as that was seen. */
export interface ArticleEdit {
  readonly article: string
  readonly edit: Edit
  readonly seen: Edit
}

/** Lets references mean another entity: one edit for each article, in the order of the articles. `now` is ISO 8601. */
export function referTo(references: readonly Reference[], entity: string, now: string): ArticleEdit[] {
  const byArticle = new Map<string, { readonly edits: SingleEdit[]; readonly seen: SingleEdit[] }>()
  for (const reference of references) {
    const seen = seenOf(reference)
    if (!seen) continue
    const known = byArticle.get(reference.article) ?? { edits: [], seen: [] }
    byArticle.set(reference.article, known)
    known.edits.push(meaning(seen, entity, now))
    known.seen.push(seen)
  }
  return [...byArticle].map(([article, { edits, seen }]) => ({ article, edit: asOne(edits)!, seen: asOne(seen)! }))
}

type Referring = Extract<SingleEdit, { kind: 'put' | 'putUnplaced' | 'putLink' }>

function seenOf({ annotation, unplaced, link }: Reference): Referring | null {
  if (link) return { kind: 'putLink', link }
  if (unplaced) return { kind: 'putUnplaced', unplaced }
  return annotation ? { kind: 'put', annotation } : null
}

function meaning(seen: Referring, entity: string, modified: string): SingleEdit {
  switch (seen.kind) {
    case 'putLink':
      return { kind: 'putLink', link: leadingTo(seen.link, entity) }
    case 'putUnplaced':
      return { kind: 'putUnplaced', unplaced: { ...seen.unplaced, entity, modified } }
    case 'put':
      return { kind: 'put', annotation: { ...seen.annotation, entity, modified } }
  }
}

function leadingTo(link: Link, entity: string): Link {
  return 'entity' in link.to ? { ...link, to: { ...link.to, entity } } : link
}
