import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isDigits, isObject, type Json, type JsonObject } from '../../json/json.ts'
import { readJson } from '../../json/readJson.ts'
import { writeJson } from '../../json/writeJson.ts'
import type { CasGraph, Sofa, StructureRead } from '../cas/graph.ts'
import type { CasValue } from '../cas/model.ts'
import { TypeSystem } from '../cas/typeSystem.ts'
import { expanded } from '../cas/values.ts'

/** The structures of a JSON CAS 0.4. Throws an Untakeable for what is none; a structure that is malformed is told. */
export function graphOfJson(source: string, tell: (untakeable: Untakeable) => void): CasGraph {
  const root = rootOf(source)
  const types = new TypeSystem()
  for (const [name, type] of entriesOf(root['%TYPES']))
    if (isObject(type)) types.declare(name, String(type['%SUPER_TYPE'] ?? ''))
  const sofas: Sofa[] = []
  const structures = new Map<string, StructureRead>()
  for (const [key, said] of listed(root['%FEATURE_STRUCTURES'])) {
    const id = isObject(said) ? idOf(said['%ID'] ?? key) : null
    const type = isObject(said) ? said['%TYPE'] : null
    if (!isObject(said) || id === null || typeof type !== 'string')
      tell(new Untakeable('malformed', shortened(writeJson(said).replace(/\s+/g, ''))))
    else if (type === 'uima.cas.Sofa') sofas.push(sofaOf(id, said))
    else if (structures.has(id)) tell(new Untakeable('twice', id))
    else structures.set(id, structureOf(id, type, said))
  }
  const members = new Map<string, Set<string>>()
  for (const [, view] of entriesOf(root['%VIEWS']))
    if (isObject(view) && Array.isArray(view['%MEMBERS']))
      members.set(String(view['%SOFA']), new Set(view['%MEMBERS'].map(String)))
  return { structures: expanded(structures), sofas, members, isKind: (type, kind) => types.isKind(type, kind) }
}

function rootOf(source: string): JsonObject {
  let root: Json
  try {
    root = readJson(source)
  } catch {
    throw new Untakeable('malformed', shortened(source.trim()), 'JSON')
  }
  if (!isObject(root) || !('%FEATURE_STRUCTURES' in root || '%VIEWS' in root))
    throw new Untakeable('unknown-kind', shortened(source.trim()), 'JSON CAS')
  return root
}

/** Structures in a list, or by id. */
function listed(said: Json | undefined): [string | null, Json][] {
  return Array.isArray(said) ? said.map((one: Json) => [null, one]) : entriesOf(said)
}

function entriesOf(said: Json | undefined): [string, Json][] {
  return isObject(said) ? Object.entries(said) : []
}

function idOf(said: Json): string | null {
  return typeof said === 'number' || (typeof said === 'string' && said !== '') ? String(said) : null
}

function sofaOf(id: string, said: JsonObject): Sofa {
  const text = said['sofaString']
  return { id, name: String(said['sofaID'] ?? id), text: typeof text === 'string' ? text : null }
}

function structureOf(id: string, type: string, said: JsonObject): StructureRead {
  const [sofa, begin, end] = [idOf(said['@sofa'] ?? null), said['begin'], said['end']]
  const hasPlace = sofa !== null && typeof begin === 'number' && typeof end === 'number'
  const values = new Map<string, CasValue>()
  const references = new Map<string, string[]>()
  const refers = type === 'uima.cas.FSArray' || (type.endsWith('[]') && !type.startsWith('uima.cas.'))
  for (const [key, value] of Object.entries(said)) {
    if (key === '%ELEMENTS' && Array.isArray(value)) {
      if (refers) references.set('elements', value.map(String))
      else values.set('elements', severalOf(value))
    } else if (key.startsWith('%') || key === '@sofa' || (hasPlace && (key === 'begin' || key === 'end'))) continue
    else if (key.startsWith('@')) references.set(key.slice(1), [String(value)])
    else if (value !== null) values.set(key.replace(/^[#^]/, ''), valueOfJson(value))
  }
  return { id, type, place: hasPlace ? { sofa, begin, end } : null, values, references }
}

function severalOf(said: readonly Json[]): CasValue {
  if (said.every(one => typeof one === 'string')) return said
  return { json: writeJson(said) }
}

function valueOfJson(value: Json): CasValue {
  if (isDigits(value)) return { json: value.value }
  return typeof value === 'object' ? { json: writeJson(value) } : value!
}
