import { childOf, childrenOf, wordsIn, type XmlElement } from '../xml/readXml.ts'

/** What is known of types: where they come from, and what their features hold. */
export class TypeSystem {
  readonly #supertypes = new Map<string, string>([
    ['de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData', 'uima.tcas.DocumentAnnotation'],
  ])
  readonly #ranges = new Map<string, string>()
  #isEmpty = true

  /** Takes the types of a description; those that were known already gain what it says. */
  takeDescription(root: XmlElement): void {
    for (const types of childrenOf(root, 'types'))
      for (const type of childrenOf(types, 'typeDescription')) {
        const name = words(type, 'name')
        this.declare(name, words(type, 'supertypeName'))
        for (const feature of childrenOf(childOf(type, 'features') ?? type, 'featureDescription')) {
          const isShared = words(feature, 'multipleReferencesAllowed') === 'true'
          this.feature(name, words(feature, 'name'), words(feature, 'rangeTypeName'), isShared)
        }
      }
  }

  declare(type: string, supertype: string): void {
    this.#isEmpty = false
    if (supertype !== '') this.#supertypes.set(type, supertype)
  }

  /** `isShared`: an array stands by itself and is referred to. */
  feature(type: string, feature: string, range: string, isShared: boolean): void {
    this.#ranges.set(`${type}\n${feature}`, isShared && isArray(range) ? 'uima.cas.TOP' : range)
  }

  get isEmpty(): boolean {
    return this.#isEmpty
  }

  isKind(type: string, kind: string): boolean {
    return this.#line(type).includes(kind)
  }

  /** What a feature holds, a string's own types being strings; null where nobody says. */
  rangeOf(type: string, feature: string): string | null {
    for (const one of this.#line(type)) {
      const range = this.#ranges.get(`${one}\n${feature}`)
      if (range !== undefined) return this.isKind(range, 'uima.cas.String') ? 'uima.cas.String' : range
    }
    return null
  }

  /** A type and those that it comes from. */
  #line(type: string): string[] {
    const line = [type]
    for (let at = this.#supertypes.get(type); at !== undefined && !line.includes(at); at = this.#supertypes.get(at))
      line.push(at)
    return line
  }
}

export function isArray(range: string): boolean {
  return /^uima\.cas\.\w+(Array|List)$/.test(range) || range.endsWith('[]')
}

function words(element: XmlElement, name: string): string {
  return wordsIn(childOf(element, name)).trim()
}
