/** What can be known of an article beside its text. */
export const fieldNames = ['title', 'outlet', 'byline', 'published', 'section', 'page', 'language', 'address'] as const
export type FieldName = (typeof fieldNames)[number]

/**
 * Where a field was found: in a page's JSON-LD, its meta tags, elsewhere in the
 * page, the head that a file has before its text, a line of the text, the
 * archive that it was unpacked from, or the file's name; or a person said it.
 */
export type Source = 'json-ld' | 'meta' | 'page' | 'head' | 'text' | 'archive' | 'name' | 'person'

/** One line. `published` is as precise as it is known: `2031`, `2031-03`, `2031-03-04`, or with the time of day. */
export interface Field {
  readonly value: string
  readonly by: Source
}

/** The fields of an article that something speaks for. */
export type Metadata = Readonly<Partial<Record<FieldName, Field>>>
