import { isSame } from '../json/isSame.ts'
import type { Annotation, Link, Status, Unplaced } from './annotation.ts'
import type { Comment } from './comment.ts'
import type { Edit } from './edit.ts'
import type { Layer } from './layer.ts'
import type { Opaque } from './opaque.ts'
import type { Verdict } from './verdict.ts'

/** Something that an edit of the layer touches, and how the edit leaves it; `undefined` where it isn't there then. */
export type Left =
  | { readonly part: 'annotation'; readonly id: string; readonly value: Annotation | undefined }
  | { readonly part: 'unplaced'; readonly id: string; readonly value: Unplaced | undefined }
  | { readonly part: 'link'; readonly id: string; readonly value: Link | undefined }
  | { readonly part: 'comment'; readonly id: string; readonly value: Comment | Opaque | undefined }
  | { readonly part: 'verdict'; readonly id: string; readonly value: Verdict | Opaque | undefined }
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
      case 'putComment':
        leave({ part: 'comment', id: one.comment.id, value: one.comment })
        break
      case 'removeComment':
        leave({ part: 'comment', id: one.id, value: undefined })
        break
      case 'putVerdict':
        leave({ part: 'verdict', id: one.verdict.id, value: one.verdict })
        break
      case 'removeVerdict':
        leave({ part: 'verdict', id: one.id, value: undefined })
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

/** What stands in a layer now where an edit leaves something; undefined for nothing. */
export function presentOf(layer: Layer, { part, id }: Pick<Left, 'part' | 'id'>): unknown {
  if (part === 'status') return layer.status
  if (part === 'link') return layer.links.get(id)
  if (part === 'comment') return layer.remarks.comments.get(id)
  if (part === 'verdict') return layer.remarks.verdicts.get(id)
  return part === 'unplaced' ? layer.unplaced.get(id) : layer.annotations.get(id)
}

/** The names of what an edit touches or holds on to: ids, and `status`. Edits without a common name don't disturb each other. */
export function namesIn(edit: Edit): string[] {
  return partsOf(edit).flatMap(part => {
    if (part.kind === 'status') return ['status']
    if (part.kind !== 'putLink') return [idOf(part)]
    const { id, from, to } = part.link
    return 'annotation' in to ? [id, from, to.annotation] : [id, from]
  })
}

function idOf(part: Exclude<Single, { kind: 'status' | 'putLink' }>): string {
  if (part.kind === 'put') return part.annotation.id
  if (part.kind === 'putComment') return part.comment.id
  if (part.kind === 'putVerdict') return part.verdict.id
  return part.kind === 'putUnplaced' ? part.unplaced.id : part.id
}

type Single = Exclude<Edit, { kind: 'all' }>

/** The plain edits that an edit is made of. */
export function partsOf(edit: Edit): Single[] {
  return edit.kind === 'all' ? edit.edits.flatMap(partsOf) : [edit]
}
