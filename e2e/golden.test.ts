import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Article } from '../shared/article/article.ts'
import { importerFor } from '../shared/importers/index.ts'

/**
 * Each file here is read and compared with what stands beside it: every
 * character of the text in its order, block by block. Who makes a reader read
 * otherwise changes texts that people have annotated: it needs a new version
 * in the reader's id, and a look at each line that differs.
 */
const folder = new URL('fixtures/golden/', import.meta.url)
const files = readdirSync(folder).filter(name => !name.endsWith('.golden'))

test.each(files)('%s is read character for character as it was', async name => {
  const article = await importerFor(name)!.read(new Uint8Array(readFileSync(new URL(name, folder))))
  await expect(written(article)).toMatchFileSnapshot(new URL(`${name}.golden`, folder).pathname)
})

/** An article as lines that differ where it does: what is known of it, then its blocks. */
function written({ reader, encoding, metadata, text, blocks }: Article): string {
  const fields = Object.entries(metadata).map(([name, { value, by }]) => `${name} (${by}): ${JSON.stringify(value)}`)
  const lines = blocks.map(
    ({ start, end, zone, form }) => `${form ? `${zone}, ${form}` : zone} ${JSON.stringify(text.slice(start, end))}`,
  )
  return `${[`${reader}, ${encoding}`, ...fields.sort(), '', ...lines].join('\n')}\n`
}
