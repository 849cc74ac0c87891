import type { Article, Block } from '../article/article.ts'
import { blockSpans } from '../article/blocks.ts'
import { recogniseZones, titleOf, zoneRules } from '../article/zones.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { type Decoded, decode, decodeAs } from '../text/decode.ts'
import { countUnseen } from '../text/unseen.ts'
import { extensions } from './extensions.ts'
import type { Importer, Skimmed } from './importer.ts'

const id = 'plain-text/1'

/**
 * Plain text, kept letter for letter: a byte order mark and CR LF count as
 * they stand, or every offset after them would be wrong in other tools. An
 * empty file is an article with one empty block.
 */
export const plainText = {
  id,
  title: 'Plain text',
  extensions: extensions.plainText,
  hasEncoding: true,

  read(bytes: Uint8Array, chosen?: string): Article {
    const { text, encoding, encodingBy, invalidBytes } = decoded(bytes, chosen)
    const blocks = blocksOf(text)
    return {
      reader: id,
      zoneRules,
      text,
      blocks,
      title: titleOf(text, blocks),
      metadata: {},
      encoding,
      encodingBy,
      invalidBytes,
      unseen: countUnseen(text),
      textInSidecar: encoding !== 'utf-8' || invalidBytes > 0,
    }
  },

  skim(bytes: Uint8Array, chosen?: string): Skimmed {
    const { text } = decoded(bytes, chosen)
    return { text, blocks: () => blocksOf(text) }
  },
} satisfies Importer

function decoded(bytes: Uint8Array, chosen?: string): Decoded {
  if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `The file has ${bytes.byteLength} bytes.`)
  return chosen === undefined ? decode(bytes) : decodeAs(bytes, chosen)
}

function blocksOf(text: string): Block[] {
  return recogniseZones(text, blockSpans(text))
}
