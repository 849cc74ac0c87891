import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { graphemeAfter } from '../../../shared/text/characters.ts'
import { type Crowd, crowdOf, linesOf } from './crowds.ts'
import { boxesOf, columnOf, layerOf } from './marks.ts'
import type { MountedChunk } from './mounted.ts'

/** From the text to the mark, CSS pixels. */
const GAP = 8
interface Placed extends Crowd {
  readonly top: number
  readonly height: number
}

/**
 * Measures where in a chunk annotations begin that have no lane, and returns what draws a mark beside their line: so many
 * more. Whoever draws several chunks measures all of them first.
 */
export function measureMore(
  text: string,
  chunk: MountedChunk,
  annotations: readonly Annotation[],
  hidden: ReadonlySet<string>,
  titleOf: (count: number) => string,
): () => void {
  const begins = annotations.flatMap(annotation => {
    const offset = hidden.has(annotation.id) ? firstOffset(annotation, chunk) : undefined
    if (offset === undefined) return []
    const [box] = boxesOf(text, chunk, { start: offset, end: graphemeAfter(text, offset) })
    return box ? [{ id: annotation.id, offset, top: box.top, height: box.bottom - box.top }] : []
  })
  const placed: Placed[] = linesOf(begins).map(line => ({
    ...crowdOf(line, annotations),
    top: line[0]!.top,
    height: line[0]!.height,
  }))
  const column = columnOf(chunk)
  const onLeft = chunk.pieces[0]?.element.dir === 'rtl'
  return () => {
    if (placed.length === 0 && !chunk.marks.querySelector(':scope > .page-crowds')) return
    layerOf(chunk, 'crowds').replaceChildren(
      ...placed.map(({ count, ids, offset, top, height }) => {
        const element = document.createElement('div')
        element.className = 'page-more'
        element.textContent = `+${count}`
        element.title = titleOf(count)
        element.dataset['annotations'] = JSON.stringify(ids)
        element.dataset['offset'] = String(offset)
        element.style.top = `${top}px`
        element.style.height = `${height}px`
        if (onLeft) element.style.right = `calc(100% - ${column.left - GAP}px)`
        else element.style.left = `${column.right + GAP}px`
        return element
      }),
    )
  }
}

/** Where an annotation begins in a chunk; undefined if no part of it lies there. */
function firstOffset({ spans }: Annotation, chunk: MountedChunk): number | undefined {
  const part = spans.find(({ start, end }) => end > chunk.start && start < chunk.end)
  return part && Math.max(part.start, chunk.start)
}
