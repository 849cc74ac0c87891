import type { Annotation, Unplaced } from '../annotation/annotation.ts'
import { asOne, type SingleEdit } from '../annotation/asOne.ts'
import type { Edit } from '../annotation/edit.ts'
import type { Hit } from '../search/hit.ts'
import type { Codebook } from './codebook.ts'
import { type Migration, migrateAnnotation } from './migration.ts'

/** What a migration would do to the annotations that a search found. */
export interface MigrationPlan {
  /** Of the person's own layers: one edit an article; `seen` leaves what it changes as the search found it. */
  readonly changes: readonly { readonly article: string; readonly edit: Edit; readonly seen: Edit }[]
  /** Own annotations that change, in the order of the search. */
  readonly own: readonly Planned[]
  /** Annotations of colleagues that it would concern: they stay as they are. */
  readonly others: readonly Planned[]
}

export interface Planned {
  readonly hit: Hit
  readonly before: Annotation | Unplaced
  readonly after: Annotation | Unplaced
}

/** `codebook` is the one before the migration; `own` is the annotator's id. */
export function planMigration(
  hits: readonly Hit[],
  own: string,
  migration: Migration,
  codebook: Codebook,
): MigrationPlan {
  const planned = hits.flatMap((hit): Planned[] => {
    const before = hit.unplaced ?? hit.annotation
    const after = before && migrateAnnotation(before, migration, codebook)
    return before && after && after !== before ? [{ hit, before, after }] : []
  })
  const isOwn = ({ hit }: Planned) => hit.annotator === own
  const mine = planned.filter(isOwn)
  const edits = new Map<string, { readonly parts: SingleEdit[]; readonly seen: SingleEdit[] }>()
  for (const { hit, before, after } of mine) {
    const known = edits.get(hit.article) ?? { parts: [], seen: [] }
    edits.set(hit.article, known)
    const put = (one: Annotation | Unplaced): SingleEdit =>
      hit.unplaced ? { kind: 'putUnplaced', unplaced: one as Unplaced } : { kind: 'put', annotation: one as Annotation }
    known.parts.push(put(after))
    known.seen.push(put(before))
  }
  return {
    changes: [...edits].map(([article, { parts, seen }]) => ({ article, edit: asOne(parts)!, seen: asOne(seen)! })),
    own: mine,
    others: planned.filter(one => !isOwn(one)),
  }
}

/** How many of something there are in each article, in the order in which the articles come. */
export function countByArticle(planned: readonly { readonly hit: Hit }[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { hit } of planned) counts.set(hit.article, (counts.get(hit.article) ?? 0) + 1)
  return [...counts]
}

/** The tag whose annotations a migration concerns. */
export function tagOfMigration(migration: Migration): string {
  return migration.kind === 'merge-choices' ? migration.tag : migration.from
}
