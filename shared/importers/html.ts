import type { Article } from '../article/article.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { decodeAs } from '../text/decode.ts'
import { countUnseen } from '../text/unseen.ts'
import { extensions } from './extensions.ts'
import { decodePage } from './html/charset.ts'
import { articleOfPage } from './html/pageArticle.ts'
import type { Importer } from './importer.ts'

const id = 'html/1'

/** A page saved from a browser, as one file of its source. */
export const html = {
  id,
  title: 'Web page',
  extensions: extensions.html,
  hasEncoding: true,

  read(bytes: Uint8Array, chosen?: string): Article {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    const { text: source, ...encoded } = chosen === undefined ? decodePage(bytes) : decodeAs(bytes, chosen)
    const shown = articleOfPage(source)
    return { ...shown, ...encoded, reader: id, zoneRules: 1, unseen: countUnseen(shown.text), textInSidecar: true }
  },
} satisfies Importer
