import type { Span } from '../annotation/span.ts'
import { type FieldName, fieldNames } from '../article/metadata.ts'
import type { ReadChoices } from '../dataset/format.ts'
import { Untakeable } from '../dataset/untakeable.ts'
import { isObject, type Json } from '../json/json.ts'

/** What readers of several formats do alike. */

/** The text of an article that a file names by an address, a path, or by its own name; null where there is none. */
export async function textFor(
  name: string,
  choices: ReadChoices,
): Promise<{ readonly path: string; readonly text: string } | null> {
  for (const path of namesFor(name)) {
    const text = await choices.textOf(path)
    if (text !== null) return { path, text }
  }
  return null
}

/** By which names an article may be known that somebody calls so. */
function namesFor(name: string): string[] {
  const whole = decoded(name)
  const last = decoded(name.replace(/[?#].*$/, '').replace(/^.*\//, ''))
  const bare = (path: string) => path.replace(/(?:\.w3c)?\.(?:jsonld|json|xml)$/i, '')
  const names = [name, whole, last, bare(whole), bare(last)]
  return [...new Set([...names, `${bare(whole)}.txt`, `${bare(last)}.txt`, `${bare(last)}.html`])].filter(
    path => path !== '',
  )
}

function decoded(iri: string): string {
  try {
    return decodeURIComponent(iri)
  } catch {
    return iri
  }
}

/** Spans sorted, for one annotation. Throws an Untakeable `malformed` where two share a character, or where there are none. */
export function spansInOrder(spans: readonly Span[], what: string): Span[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start || one.end - other.end)
  const isApart = sorted.every((span, i) => i === 0 || span.start >= sorted[i - 1]!.end)
  if (sorted.length === 0 || !isApart) throw new Untakeable('malformed', what)
  return sorted
}

/** What is known of an article, out of an object with those names. */
export function fieldsIn(said: Json | undefined): Partial<Record<FieldName, string>> {
  const fields: Partial<Record<FieldName, string>> = {}
  if (isObject(said))
    for (const name of fieldNames) {
      const value = said[name]
      if (typeof value === 'string') fields[name] = value
    }
  return fields
}
