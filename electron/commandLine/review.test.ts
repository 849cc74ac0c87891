import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { words as en } from '../../shared/words/words.ts'
import { TriedCommands } from './tried.ts'

const sample = fileURLToPath(new URL('../../resources/sample/2031-03', import.meta.url))
const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
let corpus: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-review-'))
  corpus = join(folder, 'corpus')
  cpSync(sample, corpus, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const review = (...words: string[]) => commands.run(folder, ['review', 'corpus', ...words])
const layerFiles = () => readdirSync(corpus).filter(name => name.endsWith('.stet.json') && !name.includes('.article.'))
const idOf = (name: string) => name.split('.').at(-3)!

interface File {
  annotator: { id: string; name: string }
  status: string
  annotations: { id: string; note?: string }[]
  links: unknown[]
  unplaced: unknown[]
  verdicts: unknown[]
}

/** The first layer of the sample as if another had made it too. Gives its article and whose it was. */
function copied(id: string, change: (file: File) => void) {
  const name = layerFiles()[0]!
  const file = JSON.parse(readFileSync(join(corpus, name), 'utf8')) as File
  file.annotator = { ...file.annotator, id, name: id }
  change(file)
  writeFileSync(join(corpus, name.replace(`.${idOf(name)}.`, `.${id}.`)), JSON.stringify(file))
  return { name, whose: idOf(name), annotations: file.annotations }
}

test('cases are counted by what they differ in, and by whether the reviewer has decided them', async () => {
  const { name, whose, annotations } = copied('twin', file => Object.assign(file.annotations[0]!, { note: 'Really?' }))
  const before = readdirSync(corpus).map(one => readFileSync(join(corpus, one), 'utf8'))
  const ids = `${whose},twin`
  const { code, printed, said } = await review('--layers', ids, '--json')
  expect({ code, said }).toEqual({ code: 0, said: [] })
  const report = JSON.parse(printed)
  expect(report).toMatchObject({ format: 'stet-review', workspace: 'corpus', gold: null, decided: 0, unread: [] })
  const article = report.kinds.filter(({ kind }: { kind: string }) => kind === 'note' || kind === 'same')
  expect(article).toEqual([
    { kind: 'note', open: 1, decided: 0, stale: 0 },
    { kind: 'same', open: annotations.length - 1, decided: 0, stale: 0 },
  ])
  expect(readdirSync(corpus).map(one => readFileSync(join(corpus, one), 'utf8'))).toEqual(before)

  const { revision } = JSON.parse(readFileSync(join(corpus, name), 'utf8'))
  const verdicts = [whose, 'twin'].map(layer => ({
    ...{ id: layer, on: { layer, annotation: annotations[0]!.id, revision }, verdict: 'accept' },
    created: '2031-03-04T05:06:07.000Z',
  }))
  const none = { annotations: [], links: [], unplaced: [], verdicts: [], status: 'adjudicated' }
  copied('gold-carol', file => Object.assign(file, { ...none, verdicts }))
  const decided = await review('--layers', ids)
  expect(decided.printed).toContain(en.review.decidedIn('gold-carol'))
  expect(decided.printed.split('\n').find(line => line.startsWith(en.review.kinds.note))).toMatch(/Note +1 +1 +0 +0$/)
  copied('gold-bo', file => Object.assign(file, none))
  expect((await review('--layers', ids)).said.join('\n')).toContain(en.review.whose('gold-bo, gold-carol'))
  const theirs = JSON.parse((await review('--layers', ids, '--gold', 'gold-bo', '--json')).printed)
  expect([theirs.gold, theirs.decided]).toEqual(['gold-bo', 0])
})

test('what is called gold and says that answers made it decides nothing', async () => {
  const { name, whose, annotations } = copied('twin', () => {})
  const { revision } = JSON.parse(readFileSync(join(corpus, name), 'utf8'))
  const verdicts = [whose, 'twin'].map(layer => ({
    ...{ id: `packet-p:${layer}`, on: { layer, annotation: annotations[0]!.id, revision }, verdict: 'accept' },
    created: '2031-03-04T05:06:07.000Z',
  }))
  const none = { annotations: [], links: [], unplaced: [], verdicts, status: 'in-progress' }
  const decided = async () => JSON.parse((await review('--layers', `${whose},twin`, '--json')).printed).decided
  copied('gold-carol', file => Object.assign(file, none))
  expect(await decided()).toBe(1)
  copied('gold-carol', file => Object.assign(file.annotator, { key: 'answer-carol' }) && Object.assign(file, none))
  expect(await decided()).toBe(0)
})

test('what others disagree with is open again, also where they aren’t compared; a damaged layer of theirs is told, and that is all', async () => {
  const { name, whose, annotations } = copied('twin', () => {})
  const { revision } = JSON.parse(readFileSync(join(corpus, name), 'utf8'))
  const on = { layer: whose, annotation: annotations[0]!.id, revision }
  const created = '2031-03-04T05:06:07.000Z'
  const none = { annotations: [], links: [], unplaced: [], verdicts: [], status: 'adjudicated' }
  const verdicts = [whose, 'twin'].map(layer => ({ id: layer, on: { ...on, layer }, verdict: 'accept', created }))
  copied('gold-carol', file => Object.assign(file, { ...none, verdicts }))
  const report = async () => {
    const { code, printed } = await review('--layers', `${whose},twin`, '--json')
    expect(code).toBe(0)
    return JSON.parse(printed)
  }
  expect(await report()).toMatchObject({ decided: 1, unheard: 0, unread: [] })
  const no = { id: 'no', kind: 'disagree', on: { layer: 'gold-carol', verdict: whose }, text: 'No.' }
  const comments = [{ ...no, created: '2031-03-05T05:06:07.000Z' }]
  copied('dan', file => Object.assign(file, { ...none, status: 'in-progress', comments }))
  copied('eve', () => {})
  writeFileSync(join(corpus, name.replace(`.${whose}.`, '.eve.')), '{')
  expect(await report()).toMatchObject({ decided: 0, unheard: 1, unread: [] })
})

test('a layer that can’t be read is named, and one that isn’t there is refused', async () => {
  const { name, whose } = copied('twin', () => {})
  writeFileSync(join(corpus, name), '{')
  const { code, said, printed } = await review('--layers', `${whose},twin`, '--json')
  expect(code).toBe(1)
  expect(said.join('\n')).toContain(`(${whose})`)
  expect(JSON.parse(printed).unread).toMatchObject([{ annotator: whose, kind: 'sidecar-damaged' }])
  expect((await review('--layers', 'nobody')).code).toBe(2)
})
