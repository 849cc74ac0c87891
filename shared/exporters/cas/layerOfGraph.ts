import { Untakeable } from '../../dataset/untakeable.ts'
import { shortTypeOf, type TellUntaken } from './fromCas.ts'
import type { CasGraph, Sofa, StructureRead } from './graph.ts'
import type { CasLayer, CasReference, CasRelation, CasSlot, CasSpan } from './model.ts'
import { SENTENCE, TOKEN } from './names.ts'

const DOCUMENT = 'uima.tcas.DocumentAnnotation'
/** What a token or a sentence may say without it being more than where words are. */
const attached = new Set(['pos', 'lemma', 'stem', 'morph'])
const ofDocument = /^(language|documentId|documentTitle|documentUri|documentBaseUri|collectionId|isLastSegment)$/

/**
 * What stands in one text, as spans and relations. Tokens and sentences are
 * taken only where they say more than where they are, or something refers to
 * them. What is no annotation, and what stands in other texts, is told by type.
 */
export function layerOfGraph(graph: CasGraph, sofa: Sofa, tell: TellUntaken): CasLayer {
  return new Sorting(graph, sofa, tell).all()
}

class Sorting {
  readonly #graph: CasGraph
  readonly #sofa: Sofa
  readonly #tell: TellUntaken
  /** Structures that are part of another: what fills a slot. */
  readonly #used = new Set<string>()
  readonly #wanted = new Set<string>()
  readonly #left = new Map<string, { count: number; detail: string }>()

  constructor(graph: CasGraph, sofa: Sofa, tell: TellUntaken) {
    this.#graph = graph
    this.#sofa = sofa
    this.#tell = tell
  }

  all(): CasLayer {
    const here = [...this.#graph.structures.values()].filter(one => one.place?.sofa === this.#sofa.id)
    const relations = here.filter(one => isRelation(one))
    const others = here.filter(one => !isRelation(one) && !this.#graph.isKind(one.type, DOCUMENT))
    const sure = others.filter(one => !this.#isBare(one))
    const said = relations.map(one => this.#relation(one))
    for (const { from, to } of said) this.#wanted.add(from).add(to)
    const spans = new Map<string, CasSpan>()
    const waiting = [...sure]
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      if (spans.has(one.id)) continue
      const span = this.#span(one)
      spans.set(one.id, span)
      for (const { to } of [...span.slots, ...span.references]) this.#want(to, waiting)
    }
    for (const id of [...this.#wanted]) this.#want(id, waiting)
    for (const one of waiting) if (!spans.has(one.id)) spans.set(one.id, this.#span(one))
    this.#tellRest(spans)
    return { spans: others.flatMap(({ id }) => spans.get(id) ?? []), relations: said }
  }

  #want(id: string, waiting: StructureRead[]): void {
    this.#wanted.add(id)
    const one = this.#graph.structures.get(id)
    if (one?.place?.sofa === this.#sofa.id && !isRelation(one)) waiting.push(one)
  }

  /** A token or a sentence that says no more than where it is, or an annotation that is in no index. */
  #isBare({ id, type, place, values, references }: StructureRead): boolean {
    const members = this.#graph.members.get(this.#sofa.id)
    if (members && !members.has(id)) return true
    if (type !== TOKEN && type !== SENTENCE) return false
    if (values.size > 0) return false
    return [...references].every(([feature, [to]]) => {
      const there = this.#graph.structures.get(to ?? '')?.place
      return attached.has(feature) && there?.begin === place!.begin && there.end === place!.end
    })
  }

  #relation({ type, values, references, line }: StructureRead): CasRelation {
    for (const feature of references.keys())
      if (feature !== 'Governor' && feature !== 'Dependent')
        this.#tell(new Untakeable('unknown-kind', `${shortTypeOf(type)}.${feature}`), line)
    const [from, to] = ['Governor', 'Dependent'].map(feature => references.get(feature)![0]!)
    return { type, from: from!, to: to!, features: values, ...(line === undefined ? {} : { line }) }
  }

  #span({ id, type, place, values, references, line }: StructureRead): CasSpan {
    const slots: CasSlot[] = []
    const plain: CasReference[] = []
    const features = new Map(values)
    const isBareToken = type === TOKEN || type === SENTENCE
    for (const [feature, targets] of references) {
      if (isBareToken && attached.has(feature)) continue
      for (const target of targets) {
        const one = this.#graph.structures.get(target)
        if (one?.place) plain.push({ feature, to: target })
        else if (one?.references.has('target')) {
          this.#used.add(target)
          slots.push({ feature, role: roleOf(one), to: one.references.get('target')![0]! })
          const more = [...one.values.keys(), ...one.references.keys()].filter(
            name => name !== 'role' && name !== 'target',
          )
          for (const name of more)
            this.#tell(new Untakeable('unknown-kind', `${shortTypeOf(one.type)}.${name}`), one.line ?? line)
        } else if (target !== '0') this.#tell(new Untakeable('unknown-kind', `${shortTypeOf(type)}.${feature}`), line)
      }
    }
    const { begin: start, end } = place!
    return {
      ...{ key: id, type, start, end, features, slots, references: plain },
      ...(line === undefined ? {} : { line }),
    }
  }

  /** Whatever nothing was made of, a line a type. */
  #tellRest(spans: ReadonlyMap<string, CasSpan>): void {
    for (const one of this.#graph.structures.values()) {
      const { id, type, place, values, references } = one
      if (spans.has(id) || this.#used.has(id) || (isRelation(one) && place?.sofa === this.#sofa.id)) continue
      if (this.#graph.isKind(type, DOCUMENT)) {
        const more = [...values.keys(), ...references.keys()].filter(feature => !ofDocument.test(feature))
        if (more.length > 0) this.#leave(type, more.join(', '))
      } else if (place && place.sofa !== this.#sofa.id) this.#leave(type, this.#nameOf(place.sofa))
      else if (place && (type === TOKEN || type === SENTENCE)) continue
      else if (place) this.#leave(type, '')
      else if (!isChainHead(one)) this.#leave(type, '')
    }
    for (const [type, { count, detail }] of this.#left)
      this.#tell(new Untakeable('no-annotation', `${shortTypeOf(type)} × ${count}`, detail))
  }

  #leave(type: string, detail: string): void {
    const { count } = this.#left.get(type) ?? { count: 0 }
    this.#left.set(type, { count: count + 1, detail })
  }

  #nameOf(sofa: string): string {
    return this.#graph.sofas.find(({ id }) => id === sofa)?.name ?? sofa
  }
}

function isRelation({ references }: StructureRead): boolean {
  return references.get('Governor')?.length === 1 && references.get('Dependent')?.length === 1
}

function roleOf({ values }: StructureRead): string | null {
  const role = values.get('role')
  return role === undefined ? null : String(role)
}

/** Where a chain begins: its elements say the rest. */
function isChainHead({ values, references }: StructureRead): boolean {
  return values.size === 0 && references.size === 1 && references.has('first')
}
