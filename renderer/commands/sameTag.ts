import { type Annotation, extent } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import { selectedAnnotation } from '../state/reading.ts'
import { labelOf } from './labelOf.ts'

/**
 * Goes to the next or previous annotation of a tag: the given one, else that of
 * the selected annotation, else the one used last. Its cost doesn't grow with
 * the number of annotations.
 */
export function goToSame(desk: Desk, direction: 'after' | 'before', given?: string): void {
  const { reading, tagging, notices, workspace } = desk
  const state = reading.getState()
  const { article } = state
  if (!article) return
  const { codebook } = workspace.getState()
  const selected = selectedAnnotation(state)
  const tag = given ?? selected?.tag ?? tagging.lastTag() ?? codebook.tags[0]?.id
  if (tag === undefined) return
  const label = labelOf(codebook.tags, tag)
  const order = article.layer.ofTag(tag)
  const caret = state.selection?.start ?? article.place
  const annotation = beyond(order, selected?.tag === tag && isAt(selected, caret) ? selected : caret, direction)
  if (!annotation) {
    notices.say(order.at(0) ? en.said.noMoreOf(label) : en.list.emptyTag(label))
    return
  }
  const { start } = extent(annotation)
  reading.select(annotation.id, { reveal: true })
  reading.selectText({ start, end: start })
  const place = { rank: order.rank(annotation) + 1, all: article.layer.counts.get(tag) ?? 0 }
  const words = Layer.describe(annotation)
  const meant = annotation.entity === undefined ? '' : (desk.entities.nameOf(annotation.entity) ?? annotation.entity)
  const more = [meant === words ? '' : meant, sourceOf(desk, annotation, article.layer)].filter(Boolean).join(', ')
  notices.say(en.said.oneOf(label, words, place, more))
}

/** In order, what comes next after an annotation, or after a place in the text. */
function beyond(
  order: ReturnType<Layer['ofTag']>,
  from: Annotation | number,
  direction: 'after' | 'before',
): Annotation | undefined {
  if (typeof from !== 'number') return order[direction](from)
  const rank = order.rankAt(from)
  return order.at(direction === 'after' ? rank : rank - 1)
}

/** Whether an annotation holds a place, or ends there. */
function isAt(annotation: Annotation, offset: number): boolean {
  const { start, end } = extent(annotation)
  return start <= offset && offset <= end
}

/**
 * Who says it, as a part of a sentence ("said by the union"); empty where nothing
 * is linked. The link that may lead to the author is the one that names a voice.
 */
function sourceOf({ workspace, entities }: Desk, annotation: Annotation, layer: Layer): string {
  const { links } = workspace.getState().codebook
  const voices = links.filter(({ from, to }) => from.includes(annotation.tag) && to.includes('author'))
  for (const link of layer.linksOf(annotation.id)) {
    const type = link.from === annotation.id && voices.find(({ id }) => id === link.type)
    if (!type) continue
    const target = 'annotation' in link.to ? layer.annotations.get(link.to.annotation) : undefined
    if (target) {
      const words = Layer.describe(target)
      const name = target.entity === undefined ? words : entities.nameOf(target.entity)
      return `${type.label} ${name === undefined || name === words ? words : en.said.meant(words, name)}`
    }
    if ('entity' in link.to) return `${type.label} ${entities.nameOf(link.to.entity) ?? link.to.entity}`
    if ('author' in link.to) return `${type.label} ${en.inspector.author}`
  }
  return ''
}
