import { slotTypeOf } from '../webannoTsv/columns.ts'
import type { Declared, FeatureKind } from './model.ts'
import { ANNOTATION } from './names.ts'

/** A type as a type system declares it. */
export interface TypeSaid {
  readonly name: string
  readonly supertype: string
  readonly features: readonly FeatureSaid[]
}

export interface FeatureSaid {
  readonly name: string
  readonly range: string
  /** Of the elements of an array of feature structures. */
  readonly element?: string
}

const ranges: Readonly<Record<Exclude<FeatureKind, 'slot' | 'reference'>, string>> = {
  text: 'uima.cas.String',
  number: 'uima.cas.Double',
  yes: 'uima.cas.Boolean',
  several: 'uima.cas.StringArray',
  json: 'uima.cas.String',
}

/** The types of what is written, which they become while it is: a feature holds what it held first. */
export class TypesWritten implements Declared {
  readonly #types = new Map<
    string,
    { what: 'span' | 'relation'; features: Map<string, FeatureKind>; ends: Set<string> }
  >()

  is(type: string, what: 'span' | 'relation'): boolean {
    const known = this.#types.get(type)
    if (!known) this.#types.set(type, { what, features: new Map(), ends: new Set() })
    return !known || known.what === what
  }

  takes(type: string, feature: string, kind: FeatureKind): boolean {
    const features = this.#types.get(type)!.features
    if (!features.has(feature)) features.set(feature, kind)
    return features.get(feature) === kind
  }

  /** Says that relations of a type have ends of another. */
  ends(type: string, end: string): void {
    this.#types.get(type)!.ends.add(end)
  }

  /** The type system, by name. */
  all(): TypeSaid[] {
    const types: TypeSaid[] = []
    for (const [name, { what, features, ends }] of this.#types) {
      const said = [...features].map(([feature, kind]): FeatureSaid => {
        if (kind === 'slot') return { name: feature, range: 'uima.cas.FSArray', element: slotTypeOf(name, feature) }
        if (kind !== 'reference') return { name: feature, range: ranges[kind] }
        return { name: feature, range: feature === 'next' ? name : ANNOTATION }
      })
      const end = ends.size === 1 ? [...ends][0]! : ANNOTATION
      const both = what === 'relation' ? ['Governor', 'Dependent'].map(feature => ({ name: feature, range: end })) : []
      types.push({ name, supertype: ANNOTATION, features: [...both, ...said] })
      if (isChainLink(name) && features.get('next') === 'reference') types.push(chainType(name))
      for (const [feature, kind] of features) if (kind === 'slot') types.push(slotType(slotTypeOf(name, feature)))
    }
    return types.sort((one, other) => (one.name < other.name ? -1 : 1))
  }
}

/** Whether a type is called as INCEpTION calls the elements of a chain. */
export function isChainLink(type: string): boolean {
  return type.endsWith('Link')
}

/** The type of a chain's head, by that of its elements. */
export function chainTypeOf(link: string): string {
  return link.replace(/Link$/, 'Chain')
}

function chainType(link: string): TypeSaid {
  return { name: chainTypeOf(link), supertype: 'uima.cas.AnnotationBase', features: [{ name: 'first', range: link }] }
}

/** What fills a role. */
function slotType(name: string): TypeSaid {
  const features = [
    { name: 'role', range: 'uima.cas.String' },
    { name: 'target', range: ANNOTATION },
  ]
  return { name, supertype: 'uima.cas.TOP', features }
}
