import type { DatasetAttributes } from '../../dataset/dataset.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isDigits, isObject, type Json } from '../../json/json.ts'
import { readJson } from '../../json/readJson.ts'
import { makeRuler, type Unit } from '../../text/ruler.ts'
import type { GateAnnotation, GateDocument } from './document.ts'
import { valueOfJson } from './javaValue.ts'

/** A document in the JSON of GATE's Python tools. It says what its offsets count: `j` as Java does, `p` as Python does. Throws an Untakeable for what is none. */
export function readBdoc(source: string, unit: Unit | undefined): GateDocument {
  const root = objectOf(source)
  const { text, offset_type: counts } = root
  const ruler = makeRuler(text)
  const counted = counts === 'j' ? 'utf16' : counts === 'p' ? 'codepoint' : (unit ?? 'codepoint')
  const place = (position: Json | undefined) => ruler.toUtf16(position as number, counted)
  const annotations: GateAnnotation[] = []
  for (const [set, said] of Object.entries(isObject(root.annotation_sets) ? root.annotation_sets : {})) {
    const those = isObject(said) && Array.isArray(said['annotations']) ? (said['annotations'] as Json[]) : []
    for (const one of those) {
      if (!isObject(one)) annotations.push({ set, id: '', type: '', span: null, features: {} })
      else {
        const { id, type, start, end, features } = one
        annotations.push({
          ...{ set, id: String(id ?? ''), type: typeof type === 'string' ? type : '' },
          ...{ span: spanOf(place, start, end), features: featuresOf(features) },
        })
      }
    }
  }
  return { text, features: featuresOf(root.features), annotations, relations: [] }
}

function objectOf(source: string) {
  let root: Json
  try {
    root = readJson(source)
  } catch {
    throw new Untakeable('malformed', shortened(source.trim()), 'JSON')
  }
  const text = isObject(root) ? root['text'] : undefined
  if (!isObject(root) || !('annotation_sets' in root))
    throw new Untakeable('unknown-kind', shortened(source.trim()), 'bdocjs')
  if (typeof text !== 'string') throw new Untakeable('no-text', 'text')
  const { annotation_sets, offset_type, features } = root
  return { text, annotation_sets, offset_type, features }
}

function spanOf(place: (position: Json | undefined) => number, start: Json | undefined, end: Json | undefined) {
  try {
    return { start: place(start), end: place(end) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function featuresOf(said: Json | undefined): DatasetAttributes {
  if (!isObject(said)) return {}
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, isDigits(value) ? { json: value.value } : valueOfJson(value)]),
  )
}
