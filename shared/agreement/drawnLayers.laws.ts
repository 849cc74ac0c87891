import type { DatasetAnnotation, DatasetLayer, DatasetLink } from '../dataset/dataset.ts'

/** Test ground: layers of annotations that are named by their words. */

/** An annotation by the words it stands on, which must stand once in the text; several are its parts. */
export function on(
  text: string,
  words: string | readonly string[],
  tag: string,
  more: Partial<DatasetAnnotation> = {},
) {
  const parts = typeof words === 'string' ? [words] : words
  const spans = parts.map(part => {
    const start = text.indexOf(part)
    if (start === -1 || text.indexOf(part, start + 1) !== -1) throw new RangeError(`“${part}” doesn't stand once there`)
    return { start, end: start + part.length }
  })
  return { id: parts.join(' '), tag, spans, attributes: {}, ...more } satisfies DatasetAnnotation
}

export function layer(
  annotator: string,
  annotations: readonly DatasetAnnotation[],
  links: readonly DatasetLink[] = [],
): DatasetLayer {
  return { annotator, annotations, links }
}

/** A link between two annotations by their ids, or to the article's own voice. */
export function link(type: string, from: string, to: string, more: Partial<DatasetLink> = {}): DatasetLink {
  const end = to === 'author' ? ({ author: true } as const) : { annotation: to }
  return { id: `${type} ${from} ${to}`, type, from, to: end, attributes: {}, ...more }
}
