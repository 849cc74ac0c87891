import type { Annotation, Link, Status, Unplaced } from '../annotation/annotation.ts'
import type { Edit } from '../annotation/edit.ts'
import type { Left } from '../annotation/footprint.ts'
import type { Layer } from '../annotation/layer.ts'

/** One thing that a layer holds, or held; offsets as in a `Layer`. */
export type Thing =
  | { readonly part: 'annotation'; readonly value: Annotation }
  | { readonly part: 'unplaced'; readonly value: Unplaced }
  | { readonly part: 'link'; readonly value: Link }
  | { readonly part: 'status'; readonly value: Status }

/** What a name in a timeline is the name of. */
export function partOf(name: string): { readonly part: 'annotation' | 'link' | 'status'; readonly id: string } {
  const at = name.indexOf(' ')
  return at === -1
    ? { part: 'status', id: '' }
    : { part: name.slice(0, at) as 'annotation' | 'link', id: name.slice(at + 1) }
}

/** The name of what an edit left. An annotation has one name, placed or not. */
export function nameOfLeft({ part, id }: Left): string {
  if (part === 'status') return 'status'
  return part === 'link' ? `link ${id}` : `annotation ${id}`
}

/** What a layer holds under a name now; null for nothing. */
export function heldIn(layer: Layer, name: string): Thing | null {
  const { part, id } = partOf(name)
  if (part === 'status') return { part, value: layer.status }
  if (part === 'link') {
    const link = layer.links.get(id)
    return link ? { part, value: link } : null
  }
  const placed = layer.annotations.get(id)
  if (placed) return { part, value: placed }
  const unplaced = layer.unplaced.get(id)
  return unplaced ? { part: 'unplaced', value: unplaced } : null
}

/** The edits after which a layer holds exactly that under a name; as few as it takes where it is known what it holds before. */
export function editsTo(name: string, thing: Thing | null, before?: Thing | null): Exclude<Edit, { kind: 'all' }>[] {
  const { part, id } = partOf(name)
  if (thing?.part === 'status') return [{ kind: 'status', status: thing.value }]
  if (thing?.part === 'annotation') return [{ kind: 'put', annotation: thing.value }]
  if (thing?.part === 'unplaced') return [{ kind: 'putUnplaced', unplaced: thing.value }]
  if (thing?.part === 'link') return [{ kind: 'putLink', link: thing.value }]
  if (part === 'link') return [{ kind: 'removeLink', id }]
  if (part === 'status') return []
  const removals = [
    { kind: 'remove', id },
    { kind: 'removeUnplaced', id },
  ] as const
  if (before?.part === 'annotation') return [removals[0]]
  return before?.part === 'unplaced' ? [removals[1]] : [...removals]
}
