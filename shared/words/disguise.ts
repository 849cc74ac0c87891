import type { Words } from './words.ts'

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ'

/** How much longer than English a translation may be. */
const LONGER = 0.35

/**
 * Words in disguise: every sentence accented, a third longer and in brackets.
 * What is cut off loses its bracket; what isn't accented never came from the
 * words. What a sentence is told (a title, a name, a number) stays as it is; in
 * a sentence that runs from right to left it keeps a direction of its own.
 */
export function disguise(words: Words, { rightToLeft = false } = {}): Words {
  return disguised(words, rightToLeft) as Words
}

function disguised(value: unknown, isolates: boolean): unknown {
  if (typeof value === 'string') return sentence(value, [], isolates)
  if (typeof value === 'function')
    return (...told: unknown[]) => {
      const said: unknown = value(...told)
      return told.length === 0 ? disguised(said, isolates) : withTold(said, told.flatMap(stringsIn), isolates)
    }
  if (Array.isArray(value)) return value.map(one => disguised(one, isolates))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, disguised(part, isolates)]))
  return value
}

/** A sentence that was told something, or several of them. */
function withTold(said: unknown, told: readonly string[], isolates: boolean): unknown {
  if (typeof said === 'string') return sentence(said, told, isolates)
  if (Array.isArray(said)) return said.map(one => withTold(one, told, isolates))
  return said
}

function sentence(words: string, told: readonly string[], isolates: boolean): string {
  const parts = split(
    words,
    [...new Set(told)].filter(one => one !== '').sort((one, other) => other.length - one.length),
  )
  const own = parts.filter((_, i) => i % 2 === 0).join('')
  if (!/[a-z]/i.test(own)) return words
  const longer = '~'.repeat(Math.ceil(own.length * LONGER))
  return `[${parts.map((part, i) => (i % 2 === 0 ? accent(part) : isolates ? `\u2068${part}\u2069` : part)).join('')}${longer}]`
}

/** The sentence in turns: its own words, then something that it was told. */
function split(words: string, told: readonly string[]): string[] {
  const [first, ...others] = told
  if (first === undefined) return [words]
  return words.split(first).flatMap((part, i) => {
    const inside = split(part, others)
    return i === 0 ? inside : [first, ...inside]
  })
}

function accent(words: string): string {
  return [...words].map(character => accented[plain.indexOf(character)] ?? character).join('')
}

/** Every string in what a sentence was told, as it is and in small letters. */
function stringsIn(told: unknown): string[] {
  if (typeof told === 'string') return [told, told.toLowerCase()]
  if (typeof told === 'object' && told !== null) return Object.values(told).flatMap(stringsIn)
  return []
}
