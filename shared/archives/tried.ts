import type { Archive, ByteSource, ColumnMap, Unpacked, UnpackedArticle } from './archive.ts'

/** A file in memory for tests; `most` bytes at once, where a border shall fall everywhere. */
export function sourceOf(name: string, content: string | Uint8Array, most = Number.POSITIVE_INFINITY): ByteSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    byteLength: bytes.length,
    slice: async (start, end = bytes.length) => bytes.slice(start, Math.min(end, start + most)).buffer as ArrayBuffer,
  }
}

/** All that an archive holds. */
export async function unpackedOf(archive: Archive, source: ByteSource, meant?: ColumnMap): Promise<Unpacked[]> {
  const all: Unpacked[] = []
  for await (const one of archive.articles(source, meant)) all.push(one)
  return all
}

/** What an article says, in short: its fields without who says them. */
export function inShort(one: Unpacked): Readonly<Record<string, string>> {
  if (one.kind === 'unread') return { unread: one.key, why: `${one.problem.kind}: ${one.problem.detail}` }
  const fields = Object.entries(one.metadata).map(([name, field]) => [name, field.value] as const)
  return { key: one.key, ...Object.fromEntries(fields), text: textIn(one) }
}

/** The text of an article, or its file's as UTF-8. */
export function textIn({ content }: UnpackedArticle): string {
  return 'text' in content ? content.text : new TextDecoder().decode(content.bytes)
}
