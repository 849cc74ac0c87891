import { readRtf } from '../../importers/rtf/document.ts'
import { Problem } from '../../problems/problem.ts'
import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { heldDownload } from './download.ts'
import { documentsIn, isNexisUni, uniArticle } from './nexisUni.ts'
import { articlesOf } from './printed.ts'

/** The same download as rich text. Its links are no text, so that its articles are known by what they say. */
export const nexisRtf: Archive = {
  id: 'nexis-rtf/1',
  title: 'nexisRtf',
  extensions: ['rtf'],
  recognises: head => isNexisUni(linesOf(head) ?? []),
  articles,
}

async function* articles(source: ByteSource): AsyncIterable<Unpacked> {
  const { lines } = readRtf(await heldDownload(source))
  yield* articlesOf(documentsIn(lines), uniArticle)
}

/** The lines of rich text, as far as its first bytes go; null where it is none. */
export function linesOf(head: Uint8Array): string[] | null {
  if (!/^(?:\u00ef\u00bb\u00bf)?\s*\{\\rtf/.test(String.fromCharCode(...head.subarray(0, 64)))) return null
  try {
    return readRtf(head).lines.map(({ words }) => words)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
