import type { Annotation } from '../../shared/annotation/annotation.ts'
import { words as en } from '../../shared/words/words.ts'
import { describe } from './describe.ts'
import type { Desk } from './desk.ts'

/** What is said of an annotation that has become the selected one: its tag, words, entity, note, and which one it is. */
export function selectedSentence(desk: Desk, annotation: Annotation): string {
  const { layer } = desk.reading.getState().article!
  const described = describe(annotation, desk.workspace.getState().codebook, desk.entities.nameOf)
  return en.said.selected(described, layer.rank(annotation) + 1, layer.annotations.size)
}
