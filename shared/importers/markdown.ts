import MarkdownIt from 'markdown-it'
import type { Article } from '../article/article.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { decode, decodeAs } from '../text/decode.ts'
import { countUnseen } from '../text/unseen.ts'
import { extensions } from './extensions.ts'
import { frontMatterOf } from './frontMatter.ts'
import { linesOf } from './html/lines.ts'
import { parsePage } from './html/page.ts'
import { textOf, zonesOf } from './html/zonedLines.ts'
import type { Importer } from './importer.ts'

const id = 'markdown/1'
const markdownIt = new MarkdownIt({ html: true })

/** Markdown as it is read, without its signs: paragraphs on one line each, headings, quotes, items and rows. What stands before it between `---` are fields. */
export const markdown = {
  id,
  title: 'Markdown',
  extensions: extensions.markdown,
  hasEncoding: true,

  read(bytes: Uint8Array, chosen?: string): Article {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    const { text: source, ...decoded } = chosen === undefined ? decode(bytes) : decodeAs(bytes, chosen)
    const { metadata, rest } = frontMatterOf(source.replace(/^\ufeff/, ''))
    const page = parsePage(`<html><head></head><body>${markdownIt.render(rest)}</body></html>`)
    const shown = textOf(zonesOf(page.body ? linesOf(page.body) : [], metadata), metadata)
    return { ...shown, ...decoded, reader: id, zoneRules: 1, unseen: countUnseen(shown.text), textInSidecar: true }
  },
} satisfies Importer
