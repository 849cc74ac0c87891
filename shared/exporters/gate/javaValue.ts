import type { DatasetValue } from '../../dataset/dataset.ts'
import { numberFrom } from '../cas/values.ts'
import { childrenOf, readXml, wordsIn, type XmlElement } from '../xml/readXml.ts'

/** A value as Java wrote it with the name of its class: words, numbers, yes or no; of anything larger its JSON. */
export function javaValue(className: string, words: string): DatasetValue {
  if (/^java\.(lang|math)\.(Byte|Short|Integer|Long|Float|Double|BigDecimal|BigInteger)$/.test(className))
    return numberFrom(words.trim())
  if (className === 'java.lang.Boolean') return words.trim() === 'true'
  if (!className.endsWith('ObjectWrapper')) return words
  try {
    const [value] = childrenOf(readXml(words))
    return value ? valueOfJson(new Plain().of(value, value.attributes['class'] ?? value.name, [])) : words
  } catch {
    // It isn't what that class writes: the words stay as they are.
    return words
  }
}

/** A JSON value as an attribute: several words as several answers, of anything larger its JSON. */
export function valueOfJson(value: unknown): DatasetValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (Array.isArray(value) && value.length > 0 && value.every(one => typeof one === 'string')) return value
  return { json: JSON.stringify(value) }
}

/** A value has some dozens of elements; references that repeat each other make millions of a few lines. */
const MAX_ELEMENTS = 10_000

/** What elements of XStream stand for; one that refers to another is that other. */
class Plain {
  #elements = 0

  /** `above` are the elements around it. Throws a RangeError for more than anybody writes. */
  of(element: XmlElement, kind: string, above: readonly XmlElement[]): unknown {
    if (++this.#elements > MAX_ELEMENTS) throw new RangeError('elements')
    const { reference } = element.attributes
    if (reference !== undefined) {
      const there = at(reference, [...above, element])
      return this.of(there.at(-1)!, there.at(-1)!.name, there.slice(0, -1))
    }
    const around = [...above, element]
    if (/^(int|long|short|byte|float|double|big-decimal|big-int)$/.test(kind)) return numberIn(wordsIn(element))
    if (kind === 'boolean') return wordsIn(element) === 'true'
    if (kind === 'null') return null
    if (/map$/.test(kind))
      return Object.fromEntries(
        childrenOf(element, 'entry').map(entry => {
          const [key, value] = childrenOf(entry).map(one => this.of(one, one.name, [...around, entry]))
          return [String(key), value ?? null]
        }),
      )
    if (/(list|set|array)$/.test(kind)) return childrenOf(element).map(one => this.of(one, one.name, around))
    return wordsIn(element)
  }
}

/** A number; its digits as words where JavaScript would change them. */
function numberIn(words: string): number | string {
  const number = numberFrom(words.trim())
  return typeof number === 'number' ? number : words
}

/** The elements on the way to where a reference leads, the last one being it. Throws where it leads nowhere, or to what is around it. */
function at(reference: string, from: readonly XmlElement[]): XmlElement[] {
  const way = [...from]
  for (const step of reference.split('/')) {
    if (step === '..') {
      way.pop()
      continue
    }
    const [, name, number] = /^([^[\]]+)(?:\[(\d+)\])?$/.exec(step) ?? []
    const found = way.length > 0 ? childrenOf(way.at(-1)!, name ?? '')[Number(number ?? 1) - 1] : undefined
    if (!found) throw new RangeError(reference)
    way.push(found)
  }
  if (way.length === 0 || from.includes(way.at(-1)!)) throw new RangeError(reference)
  return way
}
