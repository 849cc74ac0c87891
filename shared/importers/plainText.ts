import { blockSpans } from '../article/blocks.ts'
import { recogniseZones, titleOf, zoneRules } from '../article/zones.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { decode } from '../text/decode.ts'
import { extensions } from './extensions.ts'
import type { Importer } from './importer.ts'

const id = 'plain-text/1'

/**
 * Plain text, kept letter for letter: a byte order mark and CR LF count as
 * they stand, or every offset after them would be wrong in other tools. An
 * empty file is an article with one empty block.
 */
export const plainText: Importer = {
  id,
  title: 'Plain text',
  extensions: extensions.plainText,

  read(bytes) {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `The file has ${bytes.byteLength} bytes.`)
    const { text, encoding, encodingBy, invalidBytes } = decode(bytes)
    const blocks = recogniseZones(text, blockSpans(text))
    return {
      reader: id,
      zoneRules,
      text,
      blocks,
      title: titleOf(text, blocks),
      encoding,
      encodingBy,
      invalidBytes,
      textInSidecar: encoding !== 'utf-8' || invalidBytes > 0,
    }
  },
}
