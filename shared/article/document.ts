import type { Node } from 'prosemirror-model'
import type { Block } from './article.ts'
import { directionOf } from './direction.ts'
import { articleSchema } from './schema.ts'

/**
 * The document of an article: one node for each block. The blocks have to be
 * the whole text in order, or a RangeError says where they are not; the
 * document's text is then the text, letter for letter.
 */
export function documentOf(text: string, blocks: readonly Block[]): Node {
  let reached = 0
  for (const { start, end } of blocks) {
    if (start !== reached || end < start)
      throw new RangeError(`A block from ${start} to ${end} where ${reached} was expected`)
    reached = end
  }
  if (reached !== text.length) throw new RangeError(`The blocks end at ${reached}, the text at ${text.length}`)
  // A document has at least one block, even where there is nothing to put in it.
  const nodes = blocks.length === 0 ? [articleSchema.nodes.block.create()] : blocks.map(block => nodeOf(text, block))
  return articleSchema.nodes.doc.create(null, nodes)
}

/** The node of one block, for a window that mounts blocks one by one. */
export function nodeOf(text: string, { start, end, zone, by, form }: Block): Node {
  const words = text.slice(start, end)
  // There are no empty text nodes: an empty block has no child.
  const content = words === '' ? null : articleSchema.text(words)
  return articleSchema.nodes.block.create({ zone, by, form: form ?? null, direction: directionOf(words) }, content)
}

/** The text of an article's document: what offsets count. */
export function textOf(doc: Node): string {
  const pieces: string[] = []
  doc.forEach(block => {
    pieces.push(block.textContent)
  })
  return pieces.join('')
}
