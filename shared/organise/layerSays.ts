import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'

/**
 * What a layer says, as one text: the same for the same annotations, whatever else stands in the
 * file. A seal is the SHA-256 of its UTF-8, small letters. `file` is a sidecar as it was read.
 *
 * It covers the text's hash and, of each annotation, its id, tag, spans with their quotes (code points),
 * attributes, entity and note; of each that has lost its place the same; of each link its id,
 * type, ends, attributes and cue. It doesn't cover the status, times, comments, verdicts, the codebook's version, the
 * annotator's name, nor where an annotation came from: those may change after it is sealed.
 *
 * Since version 2 of seals it says, too, whose layer it is and of which round (`of`), so that two layers with nothing in them don't have the same.
 * The article's path isn't in it: an article may be moved after it is sealed, and its text is told by its hash.
 *
 * The form: JSON without white space, keys sorted by code unit, lists of annotations and links sorted
 * by id, numbers as they stand in the file, keys that have nothing left out.
 */
export function layerSays(file: JsonObject, of?: { readonly annotator: string; readonly round: string }): string {
  const article = isObject(file['article']) ? file['article'] : {}
  return sortedText({
    ...(of ? { of: { ...of } } : {}),
    textSha256: article['textSha256'] ?? null,
    annotations: sortedById(file['annotations']).map(annotation),
    unplaced: sortedById(file['unplaced']).map(one => ({
      ...annotation(one),
      textSha256: one['textSha256'] ?? null,
    })),
    links: sortedById(file['links']).map(link),
  })
}

function annotation(one: JsonObject): JsonObject {
  return {
    ...taken(one, ['id', 'tag', 'attributes', 'entity', 'note']),
    spans: ((one['spans'] ?? []) as readonly JsonObject[]).map(span),
  }
}

function link(one: JsonObject): JsonObject {
  return {
    ...taken(one, ['id', 'type', 'from', 'to', 'attributes']),
    ...(isObject(one['cue']) ? { cue: span(one['cue']) } : {}),
  }
}

function span(one: JsonObject): JsonObject {
  return taken(one, ['start', 'end', 'quote'])
}

/** These fields, without what is missing or empty. */
function taken(one: JsonObject, names: readonly string[]): JsonObject {
  const said = names.map(name => [name, one[name]] as const).filter(([, value]) => !isEmpty(value))
  return Object.fromEntries(said) as JsonObject
}

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  return isObject(value) && Object.keys(value).length === 0
}

function sortedById(list: Json | undefined): JsonObject[] {
  const idOf = (one: JsonObject) => String(one['id'])
  return [...((list ?? []) as readonly JsonObject[])].sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1))
}

function sortedText(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(sortedText).join(',')}]`
  if (!isObject(value)) return textOf(value)
  const names = Object.keys(value).sort()
  return `{${names.map(name => `${JSON.stringify(name)}:${sortedText(value[name]!)}`).join(',')}}`
}
