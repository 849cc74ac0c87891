import type { Annotation, Link } from '../annotation/annotation.ts'
import type { Edit } from '../annotation/edit.ts'
import type { Hit } from '../search/hit.ts'

/** What refers to an entity, in one article: the person's own only. */
export type Reference = Pick<Hit, 'article' | 'annotation' | 'unplaced' | 'link'>

/** One article's edit of several. */
export interface ArticleEdit {
  readonly article: string
  readonly edit: Edit
}

/** Lets references mean another entity: one edit for each article, in the order of the articles. `now` is ISO 8601. */
export function referTo(references: readonly Reference[], entity: string, now: string): ArticleEdit[] {
  const byArticle = new Map<string, Edit[]>()
  for (const reference of references) {
    const edit = editOf(reference, entity, now)
    if (!edit) continue
    const edits = byArticle.get(reference.article)
    if (edits) edits.push(edit)
    else byArticle.set(reference.article, [edit])
  }
  return [...byArticle].map(([article, edits]) => ({
    article,
    edit: edits.length === 1 ? edits[0]! : { kind: 'all', edits },
  }))
}

function editOf({ annotation, unplaced, link }: Reference, entity: string, modified: string): Edit | null {
  if (link) return { kind: 'putLink', link: leadingTo(link, entity) }
  if (unplaced) return { kind: 'putUnplaced', unplaced: { ...unplaced, entity, modified } }
  return annotation ? { kind: 'put', annotation: { ...annotation, entity, modified } satisfies Annotation } : null
}

function leadingTo(link: Link, entity: string): Link {
  return 'entity' in link.to ? { ...link, to: { ...link.to, entity } } : link
}
