import type { StructureRead } from './graph.ts'
import type { CasValue } from './model.ts'

/** A number by its digits; as JSON text where JavaScript would write other digits, as words where it is none. */
export function numberFrom(words: string): CasValue {
  if (!/^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(words)) return words
  if (Number.isSafeInteger(Number(words)) || (/[.eE]/.test(words) && Number.isFinite(Number(words))))
    return Number(words)
  return { json: words }
}

/**
 * Structures whose references to arrays and lists are references to what is in
 * them, or the values in them. Arrays and lists that nothing refers to stay.
 */
export function expanded(structures: ReadonlyMap<string, StructureRead>): Map<string, StructureRead> {
  const referred = new Set([...structures.values()].flatMap(({ references }) => [...references.values()].flat()))
  return new Map(
    [...structures]
      .filter(([id, one]) => !isMany(one) || !referred.has(id))
      .map(([id, one]) => [id, isMany(one) ? one : withElements(one, structures)]),
  )
}

function withElements(one: StructureRead, structures: ReadonlyMap<string, StructureRead>): StructureRead {
  const isPlain = [...one.references.values()].every(ids => ids.every(id => !isMany(structures.get(id))))
  if (isPlain) return one
  const values = new Map(one.values)
  const references = new Map<string, readonly string[]>()
  for (const [feature, ids] of one.references) {
    const many = structures.get(ids[0] ?? '')
    if (ids.length !== 1 || !isMany(many)) references.set(feature, ids)
    else {
      const { refers, holds } = elementsOf(many, structures)
      if (holds === null) references.set(feature, refers)
      else values.set(feature, holds)
    }
  }
  return { ...one, values, references }
}

function isMany(one: StructureRead | undefined): one is StructureRead {
  return one !== undefined && (/^uima\.cas\.\w*(Array|List)$/.test(one.type) || one.type.endsWith('[]'))
}

/** What an array or a list refers to, or what it holds. */
function elementsOf(many: StructureRead, structures: ReadonlyMap<string, StructureRead>) {
  if (!many.type.endsWith('List')) {
    const holds = many.values.get('elements') ?? null
    return { refers: many.references.get('elements') ?? [], holds }
  }
  const refers: string[] = []
  const holds: string[] = []
  const seen = new Set<string>()
  for (let at: StructureRead | undefined = many; at && !seen.has(at.id); ) {
    seen.add(at.id)
    refers.push(...(at.references.get('head') ?? []))
    const value = at.values.get('head')
    if (value !== undefined) holds.push(String(value))
    at = structures.get(at.references.get('tail')?.[0] ?? '')
  }
  return { refers, holds: holds.length > 0 ? holds : null }
}
