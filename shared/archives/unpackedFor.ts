import type { Unpacked, UnpackedArticle } from './archive.ts'

/** Everything that comes out of an archive, for tests. */
export async function allOf(found: AsyncIterable<Unpacked>): Promise<Unpacked[]> {
  const all: Unpacked[] = []
  for await (const one of found) all.push(one)
  return all
}

/** What an article holds, as text; for tests. */
export function wordsOf(one: Unpacked): string {
  const { content } = one as UnpackedArticle
  return 'text' in content ? content.text : new TextDecoder().decode(content.bytes)
}
