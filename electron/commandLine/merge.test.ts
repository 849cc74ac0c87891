import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { JsonObject } from '../../shared/json/json.ts'
import { gitVersionsIn } from '../../shared/merging/gitConflict.ts'
import { cat, changed, sidecar } from '../../shared/merging/givenSidecars.laws.ts'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet merge '))
})
afterEach(() => rmSync(folder, { recursive: true }))

const stet = (...words: string[]) => commands.run(folder, words)
function given(files: Readonly<Record<string, JsonObject | string>>): void {
  for (const [name, file] of Object.entries(files))
    writeFileSync(join(folder, name), typeof file === 'string' ? file : JSON.stringify(file))
}
const noted = (note: string) => changed(cat, { note })
const names = ['base', 'mine', 'theirs'] as const

test('versions without a contradiction are merged into the file that is named, which may be one of them', async () => {
  given({ base: sidecar([cat]), mine: sidecar([noted('Mine')]), theirs: sidecar([changed(cat, { tag: 'event' })]) })
  expect(await stet('merge', ...names, '--out', 'mine')).toEqual({ code: 0, printed: 'mine: merged.\n', said: [] })
  const merged = readFileSync(join(folder, 'mine'), 'utf8')
  expect(JSON.parse(merged).annotations).toMatchObject([{ note: 'Mine', tag: 'event' }])
  expect(await stet('merge', ...names, '--out', 'mine', '--quiet')).toEqual({ code: 0, printed: '', said: [] })
  expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe(merged)
})

test('a file that both added has no beginning: /dev/null, or an empty file; the result can be printed', async () => {
  given({ base: '', mine: sidecar([cat]), theirs: sidecar([changed(cat, { id: 'dog' })]) })
  const fromNothing = await stet('merge', '/dev/null', 'mine', 'theirs', '--out', '-')
  expect(JSON.parse(fromNothing.printed).annotations).toHaveLength(2)
  expect(await stet('merge', ...names, '--out', '-')).toEqual(fromNothing)
})

test('what both changed otherwise is said, ends with 1, and stands in the file twice', async () => {
  given({ base: sidecar([cat]), mine: sidecar([noted('Mine')]), theirs: sidecar([noted('Theirs')]) })
  const { code, printed, said } = await stet(
    ...['merge', ...names, '--out', 'result', '--as', 'a.txt.ada.stet.json', '--json'],
  )
  expect(code).toBe(1)
  expect(said).toEqual([
    'a.txt.ada.stet.json: note of the annotation “cat” (cat) is "Mine" in my version, "Theirs" in theirs.',
    expect.stringMatching(/^a\.txt\.ada\.stet\.json: 1 thing is for a person to decide; .* open it in Stet/),
  ])
  expect(JSON.parse(printed)).toEqual({
    ...{ format: 'stet-merge', formatVersion: 1, file: 'a.txt.ada.stet.json', kind: 'sidecar', merged: false },
    contradictions: [{ of: 'annotations', id: 'cat', name: 'cat', field: 'note', mine: 'Mine', theirs: 'Theirs' }],
    ...{ baseLost: false, problem: null, written: true },
  })
  const versions = gitVersionsIn(readFileSync(join(folder, 'result')))!
  expect(JSON.parse(versions.ours).annotations[0].note).toBe('Mine')
  expect(JSON.parse(versions.theirs).annotations[0].note).toBe('Theirs')
})

test('what one side took away and the other changed is said as that', async () => {
  given({ base: sidecar([cat]), mine: sidecar([]), theirs: sidecar([noted('Theirs')]) })
  expect((await stet('merge', ...names, '--out', 'mine')).said[0]).toMatch(/“cat” \(cat\) is taken away in my version/)
  given({ mine: sidecar([noted('Mine')]), theirs: sidecar([]) })
  expect((await stet('merge', ...names, '--out', 'mine')).said[0]).toMatch(/is taken away in their version/)
})

test('a version that is damaged or newer ends with 1: both stand whole, and why is said', async () => {
  given({ base: sidecar([cat]), mine: sidecar([noted('Mine')]), theirs: '{ "format": "stet-sidecar", ' })
  const { code, said } = await stet('merge', ...names, '--out', 'mine')
  expect([code, said]).toEqual([1, [expect.stringMatching(/mine: not merged\. .*stand in it whole/)]])
  expect(gitVersionsIn(readFileSync(join(folder, 'mine')))?.theirs).toBe('{ "format": "stet-sidecar", \n')
})

test('what is no text is left as it is, and nothing is written', async () => {
  given({ base: '', mine: sidecar([cat]) })
  writeFileSync(join(folder, 'theirs'), new Uint8Array([0xff, 0xfe, 0]))
  const { code, said } = await stet('merge', ...names, '--out', 'result')
  expect([code, said, existsSync(join(folder, 'result'))]).toEqual([
    1,
    [expect.stringMatching(/nothing is written/)],
    false,
  ])
})

test.each([
  [['merge'], 2, /which three files/],
  [['merge', 'base', 'mine'], 2, /which three files/],
  [['merge', 'base', 'mine', 'theirs'], 2, /--out/],
  [['merge', 'base', 'mine', 'theirs', 'more', '--out', 'x'], 2, /more/],
  [['merge', 'base', 'mine', 'theirs', '--out', '-', '--json'], 2, /both print/],
  [['merge', 'base', 'mine', 'theirs', '--loud'], 2, /--loud/],
  [['merge', 'base', 'mine', 'gone', '--out', 'x'], 1, /not there/],
  [['merge', 'base', '.', 'theirs', '--out', 'x'], 1, /file/],
  [['merge', 'base', 'mine', 'theirs', '--out', 'no/x'], 1, /folder is not there/],
])('%j ends with %i and says why', async (words, code, sentence) => {
  given({ base: '', mine: sidecar([cat]), theirs: sidecar([cat]) })
  const ended = await stet(...words)
  expect(ended).toMatchObject({ code, printed: '' })
  expect(ended.said[0]).toMatch(sentence)
  expect(existsSync(join(folder, 'x'))).toBe(false)
})
