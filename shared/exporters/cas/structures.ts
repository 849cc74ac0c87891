import type { Span } from '../../annotation/span.ts'
import { slotTypeOf } from '../webannoTsv/columns.ts'
import type { CasLayer, CasSpan, CasValue } from './model.ts'
import { SENTENCE, TOKEN } from './names.ts'
import { segmentsOf } from './segments.ts'
import { chainTypeOf, isChainLink, type TypesWritten } from './types.ts'

/** A feature structure to be written. */
export interface Structure {
  readonly id: number
  readonly type: string
  /** Of annotations, in UTF-16; null for what has no place. */
  readonly span: Span | null
  /** It stands in the text's index though it has no place in it. */
  readonly isHead?: true
  readonly values: readonly (readonly [feature: string, value: CasValue])[]
  /** References to other structures by id. */
  readonly references: readonly (readonly [feature: string, id: number])[]
  /** Arrays of references. */
  readonly arrays: readonly (readonly [feature: string, ids: readonly number[]])[]
}

/** The id of the text that every structure stands in. */
export const SOFA_ID = 1
export const DOCUMENT = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData'

/** A layer as feature structures: what the document is, its sentences and tokens, which INCEpTION needs, and what was annotated. */
export function structuresOf(path: string, text: string, layer: CasLayer, types: TypesWritten): Structure[] {
  let last = SOFA_ID
  const bare = { values: [], references: [], arrays: [] }
  const structures: Structure[] = [
    { ...bare, id: ++last, type: DOCUMENT, span: { start: 0, end: text.length }, values: [['documentId', path]] },
  ]
  for (const { start, end, tokens } of segmentsOf(text)) {
    structures.push({ ...bare, id: ++last, type: SENTENCE, span: { start, end } })
    for (const token of tokens) structures.push({ ...bare, id: ++last, type: TOKEN, span: token })
  }
  const ids = new Map(layer.spans.map(({ key }) => [key, ++last]))
  const typeOf = new Map(layer.spans.map(({ key, type }) => [key, type]))
  for (const span of layer.spans) {
    const { key, type, start, end, features, slots, references } = span
    const arrays = new Map<string, number[]>()
    for (const { feature, role, to } of slots) {
      const id = ++last
      const values = role === null ? [] : [['role', role] as const]
      structures.push({
        ...{ id, type: slotTypeOf(type, feature), span: null, values },
        ...{ references: [['target', ids.get(to)!]], arrays: [] },
      })
      arrays.set(feature, [...(arrays.get(feature) ?? []), id])
    }
    structures.push({
      ...{ id: ids.get(key)!, type, span: { start, end }, values: [...features] },
      ...{ references: references.map(({ feature, to }) => [feature, ids.get(to)!] as const), arrays: [...arrays] },
    })
  }
  for (const { key, type } of chainHeads(layer))
    structures.push({
      ...{ id: ++last, type: chainTypeOf(type), span: null, isHead: true, values: [], arrays: [] },
      references: [['first', ids.get(key)!]],
    })
  const places = new Map(layer.spans.map(({ key, start, end }) => [key, { start, end }]))
  for (const { type, from, to, features } of layer.relations) {
    for (const end of [from, to]) types.ends(type, typeOf.get(end)!)
    structures.push({
      ...{ id: ++last, type, span: places.get(to)!, values: [...features], arrays: [] },
      references: [
        ['Governor', ids.get(from)!],
        ['Dependent', ids.get(to)!],
      ],
    })
  }
  return structures
}

/** The spans that chains begin with: INCEpTION finds a chain by its head. */
function chainHeads({ spans }: CasLayer): CasSpan[] {
  const chained = spans.filter(({ references }) => references.some(({ feature }) => feature === 'next'))
  const isLater = new Set(chained.flatMap(({ references }) => references.map(({ to }) => to)))
  return chained.filter(({ key, type }) => isChainLink(type) && !isLater.has(key))
}

/** The types of what every file has beside what was annotated. */
export const documentTypes = [
  {
    name: DOCUMENT,
    supertype: 'uima.tcas.DocumentAnnotation',
    features: [{ name: 'documentId', range: 'uima.cas.String' }],
  },
  { name: SENTENCE, supertype: 'uima.tcas.Annotation', features: [] },
  { name: TOKEN, supertype: 'uima.tcas.Annotation', features: [] },
]
