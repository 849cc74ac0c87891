import { getEventListeners } from 'node:events'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { disk } from '../../disk/disk.ts'
import { raiseFence } from '../../disk/fence.ts'
import { WorkspaceIndex } from './workspaceIndex.ts'

test('however often it is asked, the index hears the end of its workspace once at most', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'stet-index-')))
  const { signal } = new AbortController()
  const index = await WorkspaceIndex.open({
    ...{ disk, signal, fence: await raiseFence(disk, folder), indexFolder: folder, annotator: null },
    ...{ known() {}, progress() {}, filled() {}, failed() {} },
    // Nothing is asked of the worker where there are no articles.
    workbench: null as never,
  } as Parameters<typeof WorkspaceIndex.open>[0])
  for (let i = 0; i < 12; i++) {
    index.want([])
    await index.close()
  }
  expect(getEventListeners(signal, 'abort')).toEqual([])
  await rm(folder, { recursive: true })
})
