import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import type { CasGraph, Sofa, StructureRead } from '../cas/graph.ts'
import type { CasValue } from '../cas/model.ts'
import { isArray, type TypeSystem } from '../cas/typeSystem.ts'
import { expanded, numberFrom } from '../cas/values.ts'
import { childrenOf, readXml, wordsIn, type XmlElement } from '../xml/readXml.ts'

/** The structures of an XMI document, their values as the type system says. Throws an Untakeable for what is no XMI. */
export function graphOfXmi(source: string, types: TypeSystem): CasGraph {
  const root = readXml(source, true)
  if (!/(^|:)XMI$/.test(root.name)) throw new Untakeable('unknown-kind', shortened(root.name), 'XMI')
  const sofas: Sofa[] = []
  const members = new Map<string, Set<string>>()
  const raw = new Map<string, Raw>()
  for (const element of childrenOf(root)) {
    const type = typeOf(element, root)
    const { attributes } = element
    const id = attributes['xmi:id']
    if (type === 'uima.cas.Sofa' && id !== undefined)
      sofas.push({ id, name: attributes['sofaID'] ?? id, text: attributes['sofaString'] ?? null })
    else if (type === 'uima.cas.View')
      members.set(attributes['sofa'] ?? '', new Set(idsIn(attributes['members'] ?? '')))
    else if (type !== 'uima.cas.NULL') {
      if (id === undefined)
        throw new Untakeable('malformed', shortened(element.name), `XMI, line ${element.line}: xmi:id`)
      raw.set(id, { element, type })
    }
  }
  const structures = new Map([...raw].map(([id, one]) => [id, structureOf(id, one, raw, types)]))
  return { structures: expanded(structures), sofas, members, isKind: (type, kind) => types.isKind(type, kind) }
}

interface Raw {
  readonly element: XmlElement
  readonly type: string
}

/** The type that an element's name stands for: its space is the package. */
function typeOf({ name, attributes }: XmlElement, root: XmlElement): string {
  const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name]
  const key = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  const uri = attributes[key] ?? root.attributes[key] ?? ''
  const [, path] = /^http:\/\/\/(.*)\.ecore$/.exec(uri) ?? []
  if (path === undefined) throw new Untakeable('malformed', shortened(name), 'XMI')
  return path === 'uima/noNamespace' ? local! : `${path.replaceAll('/', '.')}.${local}`
}

function structureOf(
  id: string,
  { element, type }: Raw,
  raw: ReadonlyMap<string, Raw>,
  types: TypeSystem,
): StructureRead {
  const { attributes, line } = element
  const { sofa, begin, end } = attributes
  const hasPlace = sofa !== undefined && /^\d+$/.test(begin ?? '') && /^\d+$/.test(end ?? '')
  const values = new Map<string, CasValue>()
  const references = new Map<string, string[]>()
  for (const [feature, words] of Object.entries(attributes)) {
    if (feature === 'xmi:id' || feature.startsWith('xmlns') || feature === 'sofa') continue
    if (hasPlace && (feature === 'begin' || feature === 'end')) continue
    const range = rangeOf(type, feature, words, raw, types)
    if (range === 'ids') references.set(feature, idsIn(words))
    else values.set(feature, valueIn(words, range))
  }
  for (const child of childrenOf(element)) {
    const before = values.get(child.name)
    values.set(child.name, [...(Array.isArray(before) ? before : []), wordsIn(child)])
  }
  const place = hasPlace ? { sofa, begin: Number(begin), end: Number(end) } : null
  return { id, type, place, values, references, line }
}

/** What a feature refers to by convention, where no type system says it. */
const conventional = new Set(['Governor', 'Dependent', 'target', 'next', 'first', 'head', 'tail'])

/** The range of a feature, or `ids` where it refers to structures. */
function rangeOf(
  type: string,
  feature: string,
  words: string,
  raw: ReadonlyMap<string, Raw>,
  types: TypeSystem,
): string {
  const isOfIds = /^\d+( \d+)*$/.test(words.trim())
  if (/^uima\.cas\.\w*(Array|List)$/.test(type)) {
    if (feature === 'elements') return type === 'uima.cas.FSArray' ? 'ids' : type
    return feature === 'tail' || /FSList$/.test(type) ? 'ids' : 'uima.cas.String'
  }
  const range = types.rangeOf(type, feature)
  if (range === null) {
    const isLike = (id: string) => id === '0' || raw.get(id)?.element.attributes['target'] !== undefined
    return isOfIds && (conventional.has(feature) || idsIn(words).every(isLike)) ? 'ids' : 'uima.cas.String'
  }
  if (primitive.test(range)) return range
  return isArray(range) && !/FS(Array|List)$|\[\]$/.test(range) ? range : 'ids'
}

const primitive = /^uima\.cas\.(String|Boolean|Byte|Short|Integer|Long|Float|Double)$/

function valueIn(words: string, range: string): CasValue {
  if (range === 'uima.cas.Boolean') return words === 'true'
  if (/^uima\.cas\.(Byte|Short|Integer|Long|Float|Double)$/.test(range)) return numberFrom(words)
  if (/^uima\.cas\.String(Array|List)$/.test(range)) return words === '' ? [] : [words]
  if (!isArray(range) || range === 'uima.cas.ByteArray') return words
  const several = idsIn(words).map(one =>
    /^(true|false|-?\d+(\.\d+)?([eE]-?\d+)?)$/.test(one) ? one : JSON.stringify(one),
  )
  return { json: `[${several.join(',')}]` }
}

function idsIn(words: string): string[] {
  return words.split(/\s+/).filter(one => one !== '')
}
