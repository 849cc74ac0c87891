import type { Annotation } from '../../shared/annotation/annotation.ts'
import { words as en } from '../../shared/words/words.ts'
import { describe } from './describe.ts'
import type { Desk } from './desk.ts'

/** What is said of words that these annotations cover: in full of those that begin there. */
export function coveringSentence(
  { workspace, entities }: Pick<Desk, 'workspace' | 'entities'>,
  covering: readonly { readonly annotation: Annotation; readonly begins: boolean }[],
  /** Who says it, before what it is; '' where that needs no word. */
  whoSays: (annotation: Annotation) => string = () => '',
): string {
  const { codebook } = workspace.getState()
  return en.reading.covered(
    covering.map(({ annotation, begins }) => {
      const described = describe(annotation, codebook, entities.nameOf)
      const who = whoSays(annotation)
      const tag = who === '' ? described.tag : en.comparing.heard(who, described.tag)
      return { described: { ...described, tag }, begins }
    }),
  )
}
