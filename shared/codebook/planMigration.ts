import type { Annotation, Unplaced } from '../annotation/annotation.ts'
import type { Edit } from '../annotation/edit.ts'
import type { Hit } from '../search/hit.ts'
import type { Codebook } from './codebook.ts'
import { type Migration, migrateAnnotation } from './migration.ts'

/** What a migration would do to the annotations that a search found. */
export interface MigrationPlan {
  /** Of the person's own layers: one edit an article. */
  readonly changes: readonly { readonly article: string; readonly edit: Edit }[]
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
  const edits = new Map<string, Exclude<Edit, { kind: 'all' }>[]>()
  for (const { hit, after } of mine) {
    const edit = hit.unplaced
      ? { kind: 'putUnplaced' as const, unplaced: after as Unplaced }
      : { kind: 'put' as const, annotation: after as Annotation }
    const known = edits.get(hit.article)
    if (known) known.push(edit)
    else edits.set(hit.article, [edit])
  }
  return {
    changes: [...edits].map(([article, parts]) => ({
      article,
      edit: parts.length === 1 ? parts[0]! : { kind: 'all', edits: parts },
    })),
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
