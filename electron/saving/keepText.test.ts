import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { inParts, keepText } from './keepText.ts'

let folder: string
beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'stet-kept-text-'))
})
afterEach(() => fs.rm(folder, { recursive: true, maxRetries: 10 }))

test('a long text is kept letter for letter, whatever its characters take', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 65_530, max: 65_540 }), fc.string({ unit: 'grapheme' }), async (length, end) => {
      const text = `${'a'.repeat(length)}😀${'ä😀'.repeat(50_000)}${end}`
      const parts = [...inParts(text)]
      expect(parts.length).toBeGreaterThan(2)
      expect(parts.join('')).toBe(text)
      expect(Buffer.concat(parts.map(part => Buffer.from(part))).equals(Buffer.from(text))).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('a text that is kept already is left alone', async () => {
  const text = 'The cat sat.'
  const textSha256 = createHash('sha256').update(text).digest('hex')
  const path = join(folder, '.stet', 'texts', textSha256)
  const fence = await raiseFence(disk, folder)
  await keepText(disk, fence, { text, textSha256 })
  expect(await fs.readFile(path, 'utf8')).toBe(text)
  const before = await fs.stat(path)
  await keepText(disk, fence, { text, textSha256 })
  expect((await fs.stat(path)).ino).toBe(before.ino)
})
