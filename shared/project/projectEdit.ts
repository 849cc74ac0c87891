import type { Json } from '../json/json.ts'

/**
 * The lists of records that a project file holds. Tags, attributes, link
 * types and reasons are the codebook's, and keep the order that they are offered in; the
 * others stand by their id.
 */
export const collections = [
  ...(['tags', 'attributes', 'links', 'reasons', 'entities', 'people', 'nevers'] as const),
  ...(['assignments', 'rounds', 'seals'] as const),
] as const
export type Collection = (typeof collections)[number]

/** The codebook's own fields (`id`, `version`, `rulesOff`) are one record. */
export type RecordPlace = Collection | 'codebook'

/**
 * Gives fields of one record new values; a record that isn't there is made.
 *
 * `id` is the record's id (for an attribute `attributeKey`, since two tags may
 * ask a question of one id; for the codebook it doesn't matter). A field whose
 * value is null is taken away. `at` is the record's place in its list, counted
 * from 0, where the list has an order: of a new record, or to move one.
 */
export interface SetEdit {
  readonly kind: 'set'
  readonly of: RecordPlace
  readonly id: string
  readonly fields: Readonly<Record<string, Json | null>>
  readonly at?: number
  /** Fields that hold the JSON null itself, which `fields` can't say. Only what others wrote has any. */
  readonly nulls?: readonly string[]
}

/** Takes a record away. One that annotations may refer to is better kept, with `mergedInto`. */
export interface DropEdit {
  readonly kind: 'drop'
  readonly of: Collection
  readonly id: string
}

export type SingleProjectEdit = SetEdit | DropEdit

/** One change to a project file, as a value. Applying it gives the edit that undoes it. `all` is one level deep. */
export type ProjectEdit = SingleProjectEdit | { readonly kind: 'all'; readonly edits: readonly SingleProjectEdit[] }

/** The plain edits that an edit is made of. */
export function partsOfProjectEdit(edit: ProjectEdit): readonly SingleProjectEdit[] {
  return edit.kind === 'all' ? edit.edits : [edit]
}

/** Several edits as one. */
export function allOf(edits: readonly ProjectEdit[]): ProjectEdit {
  const parts = edits.flatMap(partsOfProjectEdit)
  return parts.length === 1 ? parts[0]! : { kind: 'all', edits: parts }
}

const ofCodebook: ReadonlySet<RecordPlace> = new Set<RecordPlace>([
  'codebook',
  'tags',
  'attributes',
  'links',
  'reasons',
])

/** Whether an edit changes the codebook. */
export function changesCodebook(edit: ProjectEdit): boolean {
  return partsOfProjectEdit(edit).some(({ of }) => ofCodebook.has(of))
}

/** What an attribute is called in edits: questions of one id are told apart by their tag. */
export function attributeKey({ tag, id }: { readonly tag: string; readonly id: string }): string {
  return `${tag}/${id}`
}
