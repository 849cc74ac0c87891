import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Edit } from '../../shared/annotation/edit.ts'
import { inPieces, outOfPieces } from '../../shared/contract/pieces.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround, type Sitting } from './deskGround.ts'

let benches: { workbench: Workbench; searchBench: Workbench<SearchTasks> }
beforeAll(() => {
  benches = { workbench: new Workbench(fromSource()), searchBench: new Workbench(fromSource('./searchWorker.ts')) }
})
afterAll(() => Promise.all([benches.workbench.close(), benches.searchBench.close()]))

let ground: DeskGround
afterEach(() => ground.remove())

const text = 'Dockers walk out\n\nThe union said that the port would close.\n'
const at = '2031-03-04T05:06:07.000Z'

function put(id: string, words: string): Edit {
  const start = text.indexOf(words)
  const span = { start, end: start + words.length, quote: words, before: '', after: '' }
  const annotation = { id, tag: 'claim', spans: [span], attributes: {}, origin: { kind: 'manual' } }
  return { kind: 'put', annotation: { ...annotation, created: at, modified: at } } as never
}

const ada = 'strike.txt.ada.stet.json'
const gold = 'strike.txt.gold-ada.stet.json'
const read = async (name: string) => JSON.parse(await readFile(ground.at(name), 'utf8'))
const idsIn = async (name: string) =>
  (await read(name)).annotations.map(({ id }: { readonly id: string }) => id) as string[]

async function opened({ ask, ticket }: Sitting): Promise<string> {
  const article = await ticket('strike.txt')
  await ask('article.open', article)
  await ask('layer.open', article)
  return article
}

/** As the window does: whatever is open is asked for anew. */
async function workOn(sitting: Sitting, layer: 'own' | 'gold'): Promise<void> {
  const { ask, workspace } = sitting
  await ask('layer.workOn', { workspace, layer })
  await opened(sitting)
}

test('on gold, everything is done to the gold layer, and the own one stays as it is to the letter', async () => {
  ground = await DeskGround.make({ 'strike.txt': text }, benches)
  const sitting = await ground.sit('Ada')
  const { ask, workspace, desk, told } = sitting
  const article = await opened(sitting)
  await ask('layer.record', { article, edit: put('mine', 'Dockers') as never })
  await workOn(sitting, 'gold')
  const own = await readFile(ground.at(ada), 'utf8')

  await ask('layer.record', { article, edit: put('decided', 'The union') as never })
  await ask('layer.record', { article, edit: { kind: 'status', status: 'adjudicated' } })
  const rows = () => told.flatMap(one => (one.name === 'articles.changed' ? one.value.changed : []))
  await expect
    .poll(() => rows().at(-1)?.known, { timeout: 60_000 })
    .toMatchObject({ status: 'adjudicated', counts: { claim: 1 } })
  const changes = inPieces([{ article, edit: put('many', 'the port would close'), seen: null }])
  const { done, refused } = await ask('layers.record', { name: 'b1', workspace, changes, project: null })
  expect([outOfPieces(done).length, refused]).toEqual([1, []])
  await desk.flush()
  expect(await idsIn(gold)).toEqual(['decided', 'many'])
  const { status, annotator } = await read(gold)
  expect([status, annotator.id, annotator.name]).toEqual(['adjudicated', 'gold-ada', 'Ada'])
  expect(annotator.key).not.toBe(JSON.parse(own).annotator.key)
  expect(await readFile(ground.at(ada), 'utf8')).toBe(own)
  const histories = readdirSync(ground.at('.stet/history'))
  expect(histories.filter(name => name.startsWith('strike.txt.gold-ada.')).length).toBe(1)

  await workOn(sitting, 'own')
  await ask('layer.record', { article, edit: put('again', 'port') as never })
  await desk.flush()
  expect(await idsIn(ada)).toEqual(['mine', 'again'])
  expect(await idsIn(gold)).toEqual(['decided', 'many'])
  expect(ground.bugs).toEqual([])
})

test('a page, and another person, begin on their own layers; another start finds gold as it was', async () => {
  ground = await DeskGround.make({ 'strike.txt': text }, benches)
  const sitting = await ground.sit('Ada')
  const { ask } = sitting
  await workOn(sitting, 'gold')
  const article = await opened(sitting)
  await ask('layer.record', { article, edit: put('one', 'Dockers') as never })
  await ask('desk.enter', undefined)
  await opened(sitting)
  await ask('layer.record', { article, edit: put('two', 'union') as never })
  await workOn(sitting, 'gold')
  await ask('person.set', { id: 'bo', name: 'Bo' })
  await opened(sitting)
  await ask('layer.record', { article, edit: put('three', 'port') as never })
  await sitting.desk.leave()
  const files = readdirSync(ground.folder).filter(name => name.endsWith('.stet.json'))
  expect(files.sort()).toEqual([ada, 'strike.txt.bo.stet.json', gold])
  expect([await idsIn(gold), await idsIn(ada), await idsIn('strike.txt.bo.stet.json')]).toEqual([
    ['one'],
    ['two'],
    ['three'],
  ])

  const later = await ground.sit('Ada')
  await workOn(later, 'gold')
  const again = await later.ticket('strike.txt')
  expect(await later.ask('layer.open', again)).toMatchObject({ access: 'write', annotations: 1 })
  const { goldKeys } = JSON.parse(await readFile(join(ground.around, 'profile', 'person.json'), 'utf8'))
  expect(Object.keys(goldKeys)).toEqual(['ada'])
})

test('an id of 32 letters has gold like any other, and it is found again', async () => {
  ground = await DeskGround.make({ 'strike.txt': text }, benches)
  const name = 'a'.repeat(32)
  const sitting = await ground.sit(name)
  await workOn(sitting, 'gold')
  const article = await opened(sitting)
  await sitting.ask('layer.record', { article, edit: put('one', 'Dockers') as never })
  await sitting.desk.leave()
  const later = await ground.sit(null)
  const { workspace } = await later.ask('desk.enter', undefined)
  expect(workspace!.articles.map(({ path }) => path)).toEqual(['strike.txt'])
  const { layers } = await later.ask('review.layers', { workspace: later.workspace })
  expect(layers).toMatchObject([{ annotator: `gold-${name}`, isMine: 'gold', articles: 1 }])
})

test('who only gives themselves another name stays on gold', async () => {
  ground = await DeskGround.make({ 'strike.txt': text }, benches)
  const sitting = await ground.sit('Ada')
  await workOn(sitting, 'gold')
  await sitting.ask('person.set', { id: 'ada', name: 'Ada Lovelace' })
  const article = await opened(sitting)
  await sitting.ask('layer.record', { article, edit: put('decided', 'Dockers') as never })
  await sitting.desk.leave()
  expect(await idsIn(gold)).toEqual(['decided'])
  expect(readdirSync(ground.folder)).not.toContain(ada)
})
