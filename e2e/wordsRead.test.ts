import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'

/** Words that can't be read: what reads them while it is loaded would have them in one language for good. */
vi.mock('../shared/words/words.ts', () => ({
  words: new Proxy(
    {},
    {
      get(_, section) {
        throw new Error(`the words of “${String(section)}” are read while a file is loaded`)
      },
    },
  ),
  speak: () => {},
}))

/** Whatever is asked of the page while a file is loaded. */
const anything: unknown = new Proxy(() => anything, {
  get: (_, name) => (name === Symbol.toPrimitive ? String : anything),
})

test('words are read when something is drawn or said, never when a file is loaded', async () => {
  vi.stubGlobal('document', anything)
  // The window's entrance runs as it is loaded, once its language is known.
  const entrances = ['renderer/main.tsx', 'renderer/speak.ts']
  const files = ['shared', 'renderer']
    .flatMap(room => readdirSync(room, { recursive: true, encoding: 'utf8' }).map(path => join(room, path)))
    .filter(path => /\.tsx?$/.test(path) && !/\.(test|laws)\.tsx?$/.test(path) && !entrances.includes(path))
    .filter(path => /from '.*words\/words\.ts'/.test(readFileSync(path, 'utf8')))
  expect(files.length).toBeGreaterThan(50)
  const found: string[] = []
  for (const file of files) await import(resolve(file)).catch((error: Error) => found.push(`${file}: ${error.message}`))
  expect(found).toEqual([])
}, 120_000)
