import type { Annotation, Link, Status, Unplaced } from '../annotation/annotation.ts'
import type { Comment } from '../annotation/comment.ts'
import type { Edit } from '../annotation/edit.ts'
import type { Left } from '../annotation/footprint.ts'
import type { Layer } from '../annotation/layer.ts'
import type { Opaque } from '../annotation/opaque.ts'
import type { Verdict } from '../annotation/verdict.ts'

/** One thing that a layer holds, or held; offsets as in a `Layer`. */
export type Thing =
  | { readonly part: 'annotation'; readonly value: Annotation }
  | { readonly part: 'unplaced'; readonly value: Unplaced }
  | { readonly part: 'link'; readonly value: Link }
  | { readonly part: 'comment'; readonly value: Comment | Opaque }
  | { readonly part: 'verdict'; readonly value: Verdict | Opaque }
  | { readonly part: 'status'; readonly value: Status }

/** What a name in a timeline is the name of; an annotation has one name, placed or not. */
export type NamedPart = Exclude<Thing['part'], 'unplaced'>

export function partOf(name: string): { readonly part: NamedPart; readonly id: string } {
  const at = name.indexOf(' ')
  return at === -1 ? { part: 'status', id: '' } : { part: name.slice(0, at) as NamedPart, id: name.slice(at + 1) }
}

/** The name of what an edit left. An annotation has one name, placed or not. */
export function nameOfLeft({ part, id }: Left): string {
  if (part === 'status') return 'status'
  return part === 'unplaced' ? `annotation ${id}` : `${part} ${id}`
}

/** What a layer holds under a name now; null for nothing. */
export function heldIn(layer: Layer, name: string): Thing | null {
  const { part, id } = partOf(name)
  if (part === 'status') return { part, value: layer.status }
  if (part === 'link') {
    const link = layer.links.get(id)
    return link ? { part, value: link } : null
  }
  if (part === 'comment') {
    const comment = layer.remarks.comments.get(id)
    return comment ? { part, value: comment } : null
  }
  if (part === 'verdict') {
    const verdict = layer.remarks.verdicts.get(id)
    return verdict ? { part, value: verdict } : null
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
  if (thing?.part === 'comment') return [{ kind: 'putComment', comment: thing.value }]
  if (thing?.part === 'verdict') return [{ kind: 'putVerdict', verdict: thing.value }]
  if (part === 'link') return [{ kind: 'removeLink', id }]
  if (part === 'comment') return [{ kind: 'removeComment', id }]
  if (part === 'verdict') return [{ kind: 'removeVerdict', id }]
  if (part === 'status') return []
  const removals = [
    { kind: 'remove', id },
    { kind: 'removeUnplaced', id },
  ] as const
  if (before?.part === 'annotation') return [removals[0]]
  return before?.part === 'unplaced' ? [removals[1]] : [...removals]
}
