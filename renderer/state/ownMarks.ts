import type { Link } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { leftBy } from '../../shared/annotation/footprint.ts'
import type { Layer } from '../../shared/annotation/layer.ts'
import type { Case } from '../../shared/review/case.ts'
import type { Mark, Marks } from './comparedMarks.ts'

/** The layer that is edited, as one of those that are compared: what stands there bears its own ids and is as it is now. */
export interface OwnLayer {
  /** The annotator's id. */
  readonly id: string
  readonly layer: Layer
  /** Its annotations that were edited since it was compared: what was told of them isn't so any more. */
  readonly edited: ReadonlySet<string>
}

/** Which of its annotations no case tells of as they are: they are shown as they stand, until they are compared. */
export function untold({ id, layer, edited }: OwnLayer, cases: readonly Case[]): string[] {
  const told = new Set(
    cases.flatMap(({ opinions }) => opinions.flatMap(one => (one.layer === id ? [one.annotation] : []))),
  )
  return [...layer.annotations.keys()].filter(one => edited.has(one) || !told.has(one))
}

/** Its links both of whose ends are shown. */
export function linksShown(links: Iterable<Link>, isShown: (annotation: string) => boolean): Link[] {
  return [...links].filter(({ from, to }) => isShown(from) && (!('annotation' in to) || isShown(to.annotation)))
}

/**
 * Does to marks what an edit has done to the own layer, so that it is seen at
 * once. Whoever said the same as what was edited is parted from it (`parted`:
 * their mark without the own layer, if anybody is left); how the edited one
 * stands to others isn't known until it has been compared.
 */
export function followOwn(marks: Marks, own: OwnLayer, edit: Edit, parted: (mark: Mark) => Mark | undefined): void {
  const { layer, byId } = marks
  for (const left of leftBy(edit)) {
    if (left.part === 'annotation') {
      const mark = byId.get(left.id)
      if (mark) part(marks, own, mark, parted(mark))
      layer.apply(left.value ? { kind: 'put', annotation: left.value } : { kind: 'remove', id: left.id })
    } else if (left.part === 'link') {
      const [link] = left.value ? linksShown([left.value], id => layer.annotations.has(id)) : []
      layer.apply(link ? { kind: 'putLink', link } : { kind: 'removeLink', id: left.id })
    } else if (left.part === 'status') layer.apply({ kind: 'status', status: left.value })
  }
}

/** The mark of an annotation that is being edited is nobody's any more but the own layer's; others keep theirs, and the links to it. */
function part({ layer, byId, ofCase }: Marks, own: OwnLayer, mark: Mark, others: Mark | undefined): void {
  const { id } = mark.annotation
  byId.delete(id)
  const marks = ofCase.get(mark.case.id) ?? []
  ofCase.set(
    mark.case.id,
    marks.flatMap(one => (one === mark ? (others ? [others] : []) : [one])),
  )
  if (others) {
    byId.set(others.annotation.id, others)
    layer.apply({ kind: 'put', annotation: others.annotation })
  }
  for (const link of layer.linksOf(id)) {
    if (own.layer.links.has(link.id)) continue
    layer.apply({ kind: 'removeLink', id: link.id })
    const isFrom = link.from === id
    if (!others || isFrom) continue
    layer.apply({ kind: 'putLink', link: { ...link, to: { annotation: others.annotation.id } } })
  }
}
