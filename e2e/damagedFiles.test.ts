import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Importer } from '../shared/importers/importer.ts'
import { importerFor, importers } from '../shared/importers/index.ts'
import { Problem } from '../shared/problems/problem.ts'

const folder = new URL('fixtures/golden/', import.meta.url)
const files = readdirSync(folder).filter(name => !name.endsWith('.golden'))
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))

/** Reads, or says why it can't; anything else is thrown on. What is read must be whole. */
async function readsOrSays(reader: Importer, bytes: Uint8Array): Promise<'read' | 'refused'> {
  try {
    const { text, blocks } = await reader.read(bytes)
    let end = 0
    for (const block of blocks) {
      expect(block.start).toBe(end)
      end = block.end
    }
    expect(end).toBe(text.length)
    return 'read'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return 'refused'
  }
}

test.each(files)('%s under the name of any other kind of file is read or refused with a reason', async name => {
  for (const reader of importers) await readsOrSays(reader, bytesOf(name))
})

test.each(files)('%s cut off, bent or doubled anywhere is read or refused with a reason', async name => {
  const whole = bytesOf(name)
  const reader = importerFor(name)!
  expect(await readsOrSays(reader, whole)).toBe('read')
  const place = fc.nat(whole.length - 1)
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        place.map(end => whole.slice(0, end)),
        fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 8 }).map(bends => {
          const bent = whole.slice()
          for (const [at, byte] of bends) bent[at] = byte
          return bent
        }),
        fc.tuple(place, place).map(([one, other]) => new Uint8Array([...whole.slice(0, one), ...whole.slice(other)])),
      ),
      async bytes => void (await readsOrSays(reader, bytes)),
    ),
    { numRuns: 100, seed: 2026 },
  )
})
