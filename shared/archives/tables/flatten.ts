import { isDigits, type Json } from '../../json/json.ts'

/** What of an object stands in columns: each value by its name, one in an object inside as `outer.inner`. */
export function flatten(object: Json): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>()
  gather(object, '', found)
  return new Map([...found].map(([name, values]) => [name, joined(values)]))
}

function gather(value: Json, name: string, found: Map<string, string[]>): void {
  if (value === null) return
  if (Array.isArray(value)) {
    for (const part of value) gather(part, name, found)
  } else if (typeof value === 'object' && !isDigits(value)) {
    for (const [key, part] of Object.entries(value)) gather(part, name === '' ? key : `${name}.${key}`, found)
  } else {
    const values = found.get(name)
    const words = isDigits(value) ? value.value : String(value)
    if (values) values.push(words)
    else found.set(name, [words])
  }
}

/** Several values are a list of words, or the paragraphs of a text. */
function joined(values: readonly string[]): string {
  if (values.length === 1) return values[0]!
  const isText = values.some(value => value.length > 80 || /\S\s+\S.*[.!?…。”"»]\s*$/.test(value))
  return values.join(isText ? '\n\n' : ', ')
}
