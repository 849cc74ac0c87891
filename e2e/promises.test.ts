import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { promises } from './promises.ts'

const section = /^## What Stet promises\n([\s\S]*?)^## /m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''

test('the promises of the README are those that are proven, in this order', () => {
  const said = [...section.matchAll(/^\d\. \*\*(.+?)\*\*/gm)].map(([, sentence]) => sentence!.replace(/\s+/g, ' '))
  expect(said).toEqual(promises.map(({ sentence }) => sentence))
})

test.each(promises)('“$sentence” is proven, clause by clause, by tests that are there', ({ proofs }) => {
  const clauses = Object.entries(proofs)
  expect(clauses.length).toBeGreaterThan(0)
  expect(clauses.filter(([, named]) => named.length === 0)).toEqual([])
  const missing = clauses.flatMap(([, named]) => named.filter(([file, title]) => !isTold(file, title)))
  expect(missing).toEqual([])
})

/** Whether a file has a test, a story or a programme of this title that is run. */
function isTold(file: string, title: string): boolean {
  if (!existsSync(file)) return false
  const source = readFileSync(file, 'utf8')
  const ways = file.startsWith('e2e/faults/') ? ['name: '] : ['test(', ')(']
  const end = title.endsWith(' …') ? ' ' : null
  const words = title.replace(/ …$/, '')
  return ways.some(way => ["'", '"', '`'].some(quote => source.includes(`${way}${quote}${words}${end ?? quote}`)))
}
