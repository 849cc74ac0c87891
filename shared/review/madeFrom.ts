import { makeAnchor } from '../annotation/anchor.ts'
import type { Annotation } from '../annotation/annotation.ts'
import type { Opinion } from './case.ts'

/** What gold has of opinions that say the same but for their notes, which are put together. At least one; `text` is the article's. */
export function madeFrom(
  opinions: readonly Opinion[],
  text: string,
): Pick<Annotation, 'tag' | 'spans' | 'attributes' | 'entity' | 'note'> {
  const { tag, spans, attributes, entity } = opinions[0]!
  const notes = [...new Set(opinions.flatMap(({ note }) => (note ? [note] : [])))]
  return {
    tag,
    spans: spans.map(span => makeAnchor(text, span)),
    attributes: { ...attributes },
    ...(entity === undefined ? {} : { entity }),
    ...(notes.length === 0 ? {} : { note: notes.join('\n') }),
  }
}
