import type { Annotation } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { Described } from '../../shared/words/described.ts'
import { spell } from './spell.ts'

/** Puts an annotation into words. `nameOf` says what entities are called; one that has no name there is called by its id. */
export function describe(
  annotation: Annotation,
  { tags, attributes }: Pick<Codebook, 'tags' | 'attributes'>,
  nameOf: (entity: string) => string | undefined = () => undefined,
): Described {
  const { tag, entity, note } = annotation
  const line = note?.split(/[\r\n]+/).find(one => one.trim() !== '')
  return {
    tag: tags.find(one => one.id === tag)?.label ?? tag,
    words: Layer.describe(annotation),
    ...(entity === undefined ? {} : { entity: nameOf(entity) ?? entity }),
    attributes: attributes
      .filter(one => one.tag === tag && annotation.attributes[one.id] !== undefined)
      .map(one => [one.label, spell(annotation.attributes[one.id]!, one.choices)] as const),
    ...(line === undefined ? {} : { note: shorten(line.trim()) }),
  }
}

/** As much of a note as one line holds. */
const LINE = 120

function shorten(line: string): string {
  return line.length > LINE ? `${line.slice(0, LINE - 1)}…` : line
}
