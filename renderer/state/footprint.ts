import type { Annotation, Link, Status, Unplaced } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Layer } from '../../shared/annotation/layer.ts'
import type { FactsEdit } from '../../shared/facts/facts.ts'
import type { Change } from './recorder.ts'

/** Something that an edit of the layer touches, and how the edit leaves it; `undefined` where it isn't there then. */
export type Left =
  | { readonly part: 'annotation'; readonly id: string; readonly value: Annotation | undefined }
  | { readonly part: 'unplaced'; readonly id: string; readonly value: Unplaced | undefined }
  | { readonly part: 'link'; readonly id: string; readonly value: Link | undefined }
  | { readonly part: 'status'; readonly id: ''; readonly value: Status }

/** How an edit leaves each thing that it touches. An annotation that it places or removes isn't among the unplaced. */
export function leftBy(edit: Edit): Left[] {
  const left = new Map<string, Left>()
  const leave = (one: Left) => left.set(`${one.part} ${one.id}`, one)
  for (const one of partsOf(edit)) {
    switch (one.kind) {
      case 'put':
        leave({ part: 'annotation', id: one.annotation.id, value: one.annotation })
        leave({ part: 'unplaced', id: one.annotation.id, value: undefined })
        break
      case 'remove':
        leave({ part: 'annotation', id: one.id, value: undefined })
        if (!left.has(`unplaced ${one.id}`)) leave({ part: 'unplaced', id: one.id, value: undefined })
        break
      case 'putUnplaced':
        leave({ part: 'annotation', id: one.unplaced.id, value: undefined })
        leave({ part: 'unplaced', id: one.unplaced.id, value: one.unplaced })
        break
      case 'removeUnplaced':
        leave({ part: 'unplaced', id: one.id, value: undefined })
        break
      case 'putLink':
        leave({ part: 'link', id: one.link.id, value: one.link })
        break
      case 'removeLink':
        leave({ part: 'link', id: one.id, value: undefined })
        break
      case 'status':
        leave({ part: 'status', id: '', value: one.status })
    }
  }
  return [...left.values()]
}

/** Whether a layer still holds what the edit left behind. */
export function isAsLeft(layer: Layer, edit: Edit): boolean {
  return leftBy(edit).every(left => isSame(presentOf(layer, left), left.value))
}

function presentOf(layer: Layer, { part, id }: Left): unknown {
  if (part === 'status') return layer.status
  if (part === 'link') return layer.links.get(id)
  return part === 'unplaced' ? layer.unplaced.get(id) : layer.annotations.get(id)
}

/** Whether any of the changes touches, or holds on to, something that this one touches in the same file. */
export function isTouchedBy(change: Change, others: readonly Change[]): boolean {
  const names = new Set(namesIn(change))
  return others.some(other => other.file === change.file && namesIn(other).some(name => names.has(name)))
}

function namesIn(change: Change): string[] {
  if (change.file === 'facts') return zonesOf(change.edit).map(({ span }) => `zone ${span.start}`)
  return partsOf(change.edit).flatMap(part => {
    if (part.kind === 'status') return ['status']
    if (part.kind === 'removeLink') return [part.id]
    if (part.kind !== 'putLink') return [idOf(part)]
    const { id, from, to } = part.link
    return 'annotation' in to ? [id, from, to.annotation] : [id, from]
  })
}

function idOf(part: Exclude<Single, { kind: 'status' | 'putLink' | 'removeLink' }>): string {
  if (part.kind === 'put') return part.annotation.id
  return part.kind === 'putUnplaced' ? part.unplaced.id : part.id
}

type Single = Exclude<Edit, { kind: 'all' }>

/** The plain edits that an edit is made of. */
export function partsOf(edit: Edit): Single[] {
  return edit.kind === 'all' ? edit.edits.flatMap(partsOf) : [edit]
}

/** The zones that an edit of the facts is made of. */
export function zonesOf(edit: FactsEdit): Exclude<FactsEdit, { kind: 'all' }>[] {
  return edit.kind === 'all' ? edit.edits.flatMap(zonesOf) : [edit]
}

/** Whether two values say the same. What comes back from the disk has its keys in another order. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every(key => isSame(one[key], other[key]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
