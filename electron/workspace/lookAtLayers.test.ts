import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Problem } from '../../shared/problems/problem.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { lookAtLayers } from './lookAtLayers.ts'

const folder = mkdtempSync(join(tmpdir(), 'stet-looks-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a layer that breaks the worker is null, and those that were read with it are looked at all the same', async () => {
  const layers = ['a', 'b', 'c', 'd'].map(name => ({ path: `${name}.txt`, annotator: 'ada', rounds: [] }))
  for (const name of ['a', 'b', 'd'])
    writeFileSync(join(folder, `${name}.txt.ada.stet.json`), name === 'b' ? 'breaks' : name)
  let asked = 0
  const workbench = {
    run: async (_: string, { files }: { files: readonly { bytes: Uint8Array }[] }) => {
      asked++
      const said = files.map(({ bytes }) => Buffer.from(bytes).toString())
      // What is handed over isn't here any more.
      for (const { bytes } of files) structuredClone(null, { transfer: [bytes.buffer as ArrayBuffer] })
      if (said.includes('breaks')) throw new Problem('cannot-read', '')
      return said.map(status => ({ status }))
    },
  }
  const ground = { disk, fence: await raiseFence(disk, folder), workbench: workbench as never }
  expect(await lookAtLayers(ground, layers)).toEqual([{ status: 'a' }, null, null, { status: 'd' }])
  expect(asked).toBe(4)
})
