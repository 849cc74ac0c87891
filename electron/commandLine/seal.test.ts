import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { words as en } from '../../shared/words/words.ts'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
const folder = mkdtempSync(join(tmpdir(), 'stet-seal-'))
afterAll(async () => {
  await commands.close()
  rmSync(folder, { recursive: true })
})
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const text = 'The cat sat.\n'

function sidecar(annotator: string, note: string) {
  const [time, hash] = ['2031-01-01T00:00:00.000Z', hashOf(text)]
  const spans = [{ start: 4, end: 7, quote: 'cat' }]
  return JSON.stringify({
    ...{ format: 'stet-sidecar', formatVersion: 1, revision: 1, zoneRules: 1, zones: [], status: 'done' },
    article: {
      ...{ file: 'a.txt', sha256: hash, textSha256: hash, textLength: text.length, offsetUnit: 'codepoint' },
      ...{ encoding: 'utf-8', reader: 'plain-text/1' },
    },
    ...{ annotator: { id: annotator, name: annotator }, created: time, modified: time },
    codebook: { id: 'stet-default', version: 1, hash: '0'.repeat(64) },
    annotations: [{ id: 'a', tag: 'actor', spans, note, created: time, modified: time }],
    ...{ unplaced: [], links: [], comments: [], verdicts: [] },
  })
}
const says = (note: string) =>
  hashOf(
    `{"annotations":[{"id":"a","note":"${note}","spans":[{"end":7,"quote":"cat","start":4}],"tag":"actor"}],` +
      `"links":[],"textSha256":"${hashOf(text)}","unplaced":[]}`,
  )

test('a layer that was changed since it was sealed is named with both hashes; one that is sealed is not compared', async () => {
  const seal = (annotator: string, at: string) => ({
    ...{ id: annotator, round: 'r', article: 'a.txt', annotator, sha256: says('as it was'), at },
  })
  const round = { id: 'r', annotators: ['alice', 'bob'], articles: ['a.txt'], begun: '2031' }
  const write = (seals: object[]) =>
    writeFileSync(join(folder, 'stet.json'), JSON.stringify({ formatVersion: 1, rounds: [round], seals }))
  writeFileSync(join(folder, 'a.txt'), text)
  for (const id of ['alice', 'bob']) writeFileSync(join(folder, `a.txt.${id}.stet.json`), sidecar(id, 'as it was'))
  write([seal('alice', '1')])
  expect((await commands.run(folder, ['agree', '.'])).said.join()).toContain(en.sealing.leftOut(2))
  write([seal('alice', '1'), seal('bob', '2')])
  const same = await commands.run(folder, ['seal', '.'])
  expect([same.code, same.printed]).toEqual([0, expect.stringContaining(en.organising.states.same)])
  expect(same.printed).toContain(en.sealing.notEncrypted)
  writeFileSync(join(folder, 'a.txt.bob.stet.json'), sidecar('bob', 'otherwise'))
  const before = readFileSync(join(folder, 'stet.json'))
  const changed = await commands.run(folder, ['seal', '.'])
  expect(changed.code).toBe(1)
  for (const hash of [says('as it was'), says('otherwise')]) expect(changed.printed).toContain(hash)
  expect(readFileSync(join(folder, 'stet.json'))).toEqual(before)
})
