import type { ReadChoices, ReadFiles, ReadItem, Untaken } from '../../dataset/format.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { articlesOf } from './articles.ts'
import { checkAnnotation, each, hasContext, idOf } from './valid.ts'

/** Reads annotations alone, in arrays, in pages and in collections, ours and those of others. */
export async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    const untaken: Untaken[] = []
    const tell = ({ why, what, message }: Untakeable) =>
      void untaken.push({ file, line: null, what, why, detail: message })
    try {
      const value = parsed(await files.bytes(file))
      const annotations = annotationsIn(value, tell)
      const about = isObject(value) && isObject(value['stet:article']) ? value['stet:article'] : null
      for (const article of await articlesOf({ file, annotations, about, choices, tell }))
        yield { kind: 'article', article }
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(error)
    }
    for (const one of untaken) yield { kind: 'untaken', untaken: one }
  }
}

function parsed(bytes: Uint8Array): Json {
  const source = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(source)
  } catch {
    throw new Untakeable('malformed', shortened(source.trim()), 'JSON')
  }
}

/** Every annotation that is as the standard demands; the others are told. */
function annotationsIn(value: Json, tell: (untakeable: Untakeable) => void): JsonObject[] {
  const taken: JsonObject[] = []
  const waiting: { readonly value: Json | undefined; readonly isTop: boolean }[] = each(value).map(one => ({
    value: one,
    isTop: true,
  }))
  for (let i = 0; i < waiting.length; i++) {
    const { value: one, isTop } = waiting[i]!
    try {
      if (!isObject(one)) throw new Untakeable('malformed', shortened(JSON.stringify(one)))
      if (isTop && !hasContext(one)) throw new Untakeable('malformed', idOf(one), '@context')
      const types = each(one['type'])
      if (types.includes('AnnotationCollection')) waiting.push(...pageIn(one, 'first', tell))
      else if (types.includes('AnnotationPage')) {
        for (const item of each(one['items'])) waiting.push({ value: item, isTop: false })
        waiting.push(...pageIn(one, 'next', tell))
      } else {
        checkAnnotation(one)
        taken.push(one)
      }
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(error)
    }
  }
  return taken
}

/** The page that a key names, if it is in the file; one that is elsewhere is told, and not fetched. */
function pageIn(of: JsonObject, key: string, tell: (untakeable: Untakeable) => void) {
  const page = of[key]
  if (isObject(page) && page['items'] !== undefined) return [{ value: page, isTop: false }]
  const elsewhere = isObject(page) ? idOf(page) : page
  if (typeof elsewhere === 'string') tell(new Untakeable('no-annotation', shortened(elsewhere), key))
  return []
}
