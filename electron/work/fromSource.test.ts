import { afterEach, expect, test, vi } from 'vitest'
import { fromSource } from './fromSource.ts'
import type { hostileTasks } from './hostileWorker.ts'
import { Workbench } from './workbench.ts'

afterEach(() => void vi.unstubAllEnvs())

test('a worker starts from its sources, where nothing was built', async () => {
  vi.stubEnv('STET_WORKERS', undefined)
  const { entry } = fromSource('./hostileWorker.ts')
  expect(entry.protocol).toBe('data:')
  const bench = new Workbench<typeof hostileTasks>({ entry })
  expect(await bench.run('role', null)).toBe('foreground')
  await bench.close()
})

test('where a run of tests has built the workers, they are taken from there', () => {
  vi.stubEnv('STET_WORKERS', '/somewhere/built here')
  expect(fromSource('./searchWorker.ts').entry.href).toBe('file:///somewhere/built%20here/searchWorker.mjs')
})
