import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { benchForDataset } from '../dataset/benchForDataset.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround, type Sitting } from './deskGround.ts'

let benches: DeskGround['benches'] & { datasetBench: DatasetBench }
beforeAll(async () => {
  benches = {
    workbench: new Workbench(fromSource()),
    searchBench: new Workbench<SearchTasks>(fromSource('./searchWorker.ts')),
    datasetBench: benchForDataset(fromSource('./datasetWorker.ts').entry),
  }
  // A worker out of the sources takes long to load.
  await benches.datasetBench.run('recognise', { path: import.meta.dirname, isFolder: true })
}, 240_000)
afterAll(() => Promise.all(Object.values(benches).map(bench => bench.close())))

let ground: DeskGround
afterEach(() => ground.remove())

const sample = fileURLToPath(new URL('../../resources/sample/2031-03/', import.meta.url))
const article = '2031-03-04_harbour-gazette_ferry-deal.txt'
const given = (name: string) => readFileSync(join(sample, name), 'utf8')
const layerFile = (id: string) => `${article}.${id}.stet.json`

/** Nadia's layer as gold by Ada, who turned one claim down. */
function gold(): string {
  const layer = JSON.parse(given(layerFile('nadia')))
  const { id } = layer.annotations.find(({ tag }: { tag: string }) => tag === 'claim')
  const isLeft = ({ from, to }: { from: string; to: { annotation?: string } }) => from !== id && to.annotation !== id
  const on = { layer: 'nadia', annotation: id, revision: layer.revision }
  return JSON.stringify({
    ...{ ...layer, annotator: { id: 'gold-ada', name: 'Ada' } },
    verdicts: [{ id: 'v1', on, verdict: 'reject', created: '2031-04-01T09:00:00.000Z' }],
    annotations: layer.annotations.filter((one: { id: string }) => one.id !== id),
    links: layer.links.filter(isLeft),
  })
}

/** Ada sits down where Nadia and Tomas have annotated, and her gold is there. */
async function sit(name = 'Ada'): Promise<Sitting> {
  const files = [article, layerFile('nadia'), layerFile('tomas')]
  const all = Object.fromEntries(files.map(file => [file, given(file)]))
  ground = await DeskGround.make({ ...all, [layerFile('gold-ada')]: gold() }, benches)
  await mkdir(join(ground.around, 'out'))
  return ground.sit(name)
}

const out = (name: string) => join(ground.around, 'out', name)
const layersHere = () => readdirSync(ground.folder).filter(name => name.endsWith('.stet.json'))
const layerOf = async (id: string) => JSON.parse(await readFile(ground.at(layerFile(id)), 'utf8'))

async function packet({ ask, workspace }: Sitting, isBlind = false): Promise<string> {
  ground.chosen = out('review.html')
  const { target } = (await ask('tell.choose', { workspace, what: 'packet' }))!
  await ask('tell.packet', { workspace, target, asked: { layers: ['tomas'], articles: null, isBlind } })
  return readFile(out('review.html'), 'utf8')
}

/** An answer to a page as its script makes it: the first thing is judged, with a comment. */
async function answered(page: string, more: { verdict?: string | null; made?: string; from?: object } = {}) {
  const plain = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const about = JSON.parse(plain(/data-answer="([^"]*)"/.exec(page)![1]!))
  const { on } = JSON.parse(plain(/data-item="([^"]*)"/.exec(page)![1]!))
  const { verdict = 'reject', made = '2031-05-01T10:00:00.000Z', from = { name: 'Carol' } } = more
  const isSaid = verdict !== null
  const articles = about.articles.map((one: object) => ({
    ...one,
    verdicts: isSaid && about.to.kind === 'packet' ? [{ on, verdict }] : [],
    comments: isSaid ? [{ on, kind: about.to.kind === 'packet' ? 'note' : 'disagree', text: 'No.' }] : [],
  }))
  await writeFile(
    out('answer.json'),
    JSON.stringify({ format: 'stet-answer', formatVersion: 1, to: about.to, made, from, articles }),
  )
  ground.chosen = out('answer.json')
}

async function look({ ask, workspace }: Sitting, as?: string) {
  const chosen = (await ask('tell.chooseAnswer', { workspace }))!
  const asked = { workspace, answer: chosen.answer, id: as ?? chosen.id }
  return {
    chosen,
    looked: (await ask('tell.answer', { ...asked, write: false }))!,
    bring: async () => (await ask('tell.answer', { ...asked, write: true }))!,
  }
}

test('whose layers there are is told, gold apart, with the articles that have any', async () => {
  const { ask, workspace, ticket } = await sit()
  const { layers, articles } = await ask('tell.begin', { workspace })
  expect(layers.map(({ annotator, isGold }) => [annotator, isGold])).toEqual([
    ['gold-ada', true],
    ['nadia', false],
    ['tomas', false],
  ])
  expect(articles).toEqual([await ticket(article)])
})

test('whoever only answered is in no list: no letter goes to them, and there is nothing of theirs to judge', async () => {
  const sitting = await sit()
  await answered(await packet(sitting))
  await (await look(sitting)).bring()
  const { layers } = await sitting.ask('tell.begin', { workspace: sitting.workspace })
  expect(layers.map(({ annotator }) => annotator)).toEqual(['gold-ada', 'nadia', 'tomas'])
})

test('letters go into a new folder where the person says, and can be shown there; what is there stays', async () => {
  const { ask, workspace, told } = await sit()
  ground.chosen = out('letters')
  const { target, taken } = (await ask('tell.choose', { workspace, what: 'letters' }))!
  expect(taken).toBeNull()
  const asked = { gold: 'gold-ada', to: ['nadia'], format: 'html' as const, isBlind: false }
  const done = await ask('tell.letters', { workspace, target, asked })
  expect(done).toMatchObject({ name: 'letters', letters: [{ file: 'letter-nadia.html', annotator: 'nadia' }] })
  expect(readdirSync(out('letters'))).toEqual(['letter-nadia.html'])
  expect(told.some(({ name }) => name === 'tell.progress')).toBe(true)
  await ask('tell.show', { workspace })
  expect(ground.shown).toEqual([out('letters')])
  expect(await ask('tell.choose', { workspace, what: 'letters' })).toMatchObject({ taken: 'letters' })
  await expect(ask('tell.letters', { workspace, target, asked })).rejects.toMatchObject({ kind: 'unknown-ticket' })
})

test('what was stopped leaves nothing', async () => {
  const { ask, workspace } = await sit()
  ground.chosen = out('letters')
  const { target } = (await ask('tell.choose', { workspace, what: 'letters' }))!
  const asked = { gold: 'gold-ada', to: ['nadia'], format: 'html' as const, isBlind: false }
  const done = ask('tell.letters', { workspace, target, asked })
  await ask('tell.cancel', { workspace })
  expect(await done).toBeNull()
  expect(readdirSync(join(ground.around, 'out'))).toEqual([])
})

test('an answer is looked at before it comes in, and then it is taken back: its file goes aside, and nothing is deleted', async () => {
  const sitting = await sit()
  const { ask, workspace } = sitting
  await answered(await packet(sitting))
  const before = layersHere()
  const { chosen, looked, bring } = await look(sitting)
  expect(chosen).toMatchObject({ file: 'answer.json', name: 'Carol', id: 'carol', beside: null })
  expect(looked).toMatchObject({ isOwn: false, verdicts: 1, comments: 1, written: 1, taken: 0 })
  expect(layersHere()).toEqual(before)
  expect(await bring()).toMatchObject({ written: 1 })
  const file = await readFile(ground.at(layerFile('carol')), 'utf8')
  const { put, folder } = await ask('tell.takeBack', { workspace, id: null })
  expect(put).toBe(1)
  expect(layersHere()).toEqual(before)
  expect(await readFile(ground.at(`${folder}/${layerFile('carol')}`), 'utf8')).toBe(file)
  // Once is all.
  expect(await ask('tell.takeBack', { workspace, id: null })).toMatchObject({ put: 0 })
})

test('a later answer that is taken back leaves the earlier one in its place, byte for byte', async () => {
  const sitting = await sit()
  const { ask, workspace } = sitting
  const page = await packet(sitting)
  await answered(page)
  await (await look(sitting)).bring()
  const first = await readFile(ground.at(layerFile('carol')), 'utf8')
  await answered(page, { verdict: 'accept', made: '2031-05-02T10:00:00.000Z' })
  expect(await (await look(sitting)).bring()).toMatchObject({
    changed: 1,
    earlier: { verdictsReplaced: 1, commentsReplaced: 0 },
  })
  expect(await ask('tell.takeBack', { workspace, id: null })).toMatchObject({ put: 1, kept: { count: 0 } })
  expect(await readFile(ground.at(layerFile('carol')), 'utf8')).toBe(first)
})

test('what somebody has changed since isn’t taken back', async () => {
  const sitting = await sit()
  await answered(await packet(sitting))
  await (await look(sitting)).bring()
  const changed = { ...(await layerOf('carol')), status: 'done' }
  await writeFile(ground.at(layerFile('carol')), JSON.stringify(changed))
  const { put, kept } = await sitting.ask('tell.takeBack', { workspace: sitting.workspace, id: null })
  expect({ put, kept }).toEqual({ put: 0, kept: { count: 1, first: [{ path: layerFile('carol'), why: 'changed' }] } })
  expect(await layerOf('carol')).toEqual(changed)
})

test('later, answers are listed by whose they are, and all of somebody’s is taken back; nobody else’s layer is one', async () => {
  const sitting = await sit()
  const { ask, workspace } = sitting
  await answered(await packet(sitting))
  await (await look(sitting)).bring()
  await ask('tell.close', { workspace })
  const { answers } = (await ask('tell.answers', { workspace }))!
  expect(answers).toEqual([{ id: 'carol', name: 'Carol', articles: 1, verdicts: 1, comments: 1 }])
  expect(await ask('tell.takeBack', { workspace, id: 'tomas' })).toMatchObject({ put: 0 })
  expect(await ask('tell.takeBack', { workspace, id: 'carol' })).toMatchObject({ put: 1 })
  expect(existsSync(ground.at(layerFile('carol')))).toBe(false)
  expect((await ask('tell.answers', { workspace }))!.answers).toEqual([])
  expect(existsSync(ground.at(layerFile('tomas')))).toBe(true)
})

test('the answer of an annotator comes in beside their layer, which nothing is written to', async () => {
  const sitting = await sit()
  const before = given(layerFile('nadia'))
  await answered(await packet(sitting), { from: { name: 'Nadia', id: 'nadia' } })
  const { chosen, bring } = await look(sitting)
  expect(chosen).toMatchObject({ id: 'nadia-answers', beside: 'nadia' })
  expect(await bring()).toMatchObject({ id: 'nadia-answers', written: 1 })
  await sitting.ask('tell.close', { workspace: sitting.workspace })
  expect(await readFile(ground.at(layerFile('nadia')), 'utf8')).toBe(before)
  // The next answer of hers finds its place.
  expect((await look(sitting)).chosen.id).toBe('nadia-answers')
  expect((await look(sitting, 'nadia')).looked.taken).toBeGreaterThan(0)
})

test('an answer of somebody of one’s own name, given in another page, isn’t taken for one’s own', async () => {
  const sitting = await sit('Nadia')
  await answered(await packet(sitting), { from: { name: 'Nadia', key: '1'.repeat(16) } })
  const { chosen, looked } = await look(sitting)
  expect(chosen).toMatchObject({ id: 'nadia-answers', beside: null, perhaps: 'nadia' })
  expect(looked).toMatchObject({ isOwn: false, written: 1 })
  // Whoever says that it is theirs has it in their own layer, and the next one of the same page by itself.
  const own = await look(sitting, 'nadia')
  expect(own.looked.isOwn).toBe(true)
  const { ask, workspace } = sitting
  await ask('layers.record', { name: 'own', workspace, changes: [`[${own.looked.changes}]`], project: null })
  expect((await look(sitting)).chosen).toMatchObject({ id: 'nadia', perhaps: null })
})

test('nor is it where one has no layer yet', async () => {
  const sitting = await sit('Eve')
  await answered(await packet(sitting), { from: { name: 'Eve', key: '1'.repeat(16) } })
  const { chosen, looked } = await look(sitting)
  expect(chosen).toMatchObject({ id: 'eve-answers', perhaps: 'eve' })
  expect(looked.isOwn).toBe(false)
})

test('the answer of the person at this desk becomes an edit of their own layer, which can be undone', async () => {
  const sitting = await sit('Nadia')
  const { ask, workspace } = sitting
  ground.chosen = out('letters')
  const { target } = (await ask('tell.choose', { workspace, what: 'letters' }))!
  const asked = { gold: 'gold-ada', to: ['nadia'], format: 'html' as const, isBlind: false }
  await ask('tell.letters', { workspace, target, asked })
  const letter = await readFile(out('letters/letter-nadia.html'), 'utf8')
  await answered(letter, { from: { name: 'Nadia', id: 'nadia' } })
  const before = await layerOf('nadia')
  const { chosen, looked, bring } = await look(sitting)
  expect(chosen).toMatchObject({ id: 'nadia', beside: null })
  expect(looked).toMatchObject({ isOwn: true, comments: 1, changed: 1, written: 0, taken: 0 })
  // Whatever a window asks, nothing but the person's own change writes their layer.
  await bring()
  expect(await layerOf('nadia')).toEqual(before)
  const recorded = await ask('layers.record', {
    name: 'own',
    workspace,
    changes: [`[${looked.changes}]`],
    project: null,
  })
  expect(recorded.refused).toEqual([])
  await expect.poll(async () => (await layerOf('nadia')).comments).toMatchObject([{ kind: 'disagree', text: 'No.' }])
  expect((await layerOf('nadia')).annotations).toEqual(before.annotations)
  // It says nothing new then, and what it withdraws later goes.
  expect((await look(sitting)).looked).toMatchObject({ isOwn: true, comments: 0, changed: 0 })
  await answered(letter, { verdict: null, made: '2031-05-02T10:00:00.000Z', from: { name: 'Nadia', id: 'nadia' } })
  expect((await look(sitting)).looked).toMatchObject({ changed: 1, comments: 0 })
  // Undone by what the desktop gave back.
  const [{ article: ticket, undo }] = JSON.parse(recorded.done[0]!)
  const seen = JSON.parse(looked.changes[0]!).edit
  const back = [JSON.stringify([{ article: ticket, edit: undo, seen }])]
  expect((await ask('layers.record', { name: 'back', workspace, changes: back, project: null })).refused).toEqual([])
  await expect.poll(async () => (await layerOf('nadia')).comments).toEqual(before.comments)
})

test('an older answer of one’s own brings nothing back that a later one withdrew, in whatever order they come', async () => {
  const sitting = await sit('Nadia')
  const { ask, workspace } = sitting
  const page = await packet(sitting)
  const from = { name: 'Nadia', id: 'nadia' }
  const answer = (day: string, verdict: string | null) =>
    answered(page, { made: `2031-05-0${day}T10:00:00.000Z`, verdict, from })
  const take = async (name: string) => {
    const { looked } = await look(sitting)
    const changes = looked.changes.map(change => `[${change}]`)
    const done = await ask('layers.record', { name, workspace, changes, project: null })
    expect(done.refused).toEqual([])
    return { looked, done }
  }
  // The later one says nothing, and nothing is there yet: that is remembered.
  await answer('3', null)
  const { looked, done } = await take('latest')
  expect(looked).toMatchObject({ changed: 0, dated: 1, newer: 0 })
  await answer('1', 'reject')
  expect((await look(sitting)).looked).toMatchObject({ changes: [], newer: 1, verdicts: 0, comments: 0 })
  // Said before and withdrawn since, it stays withdrawn.
  const [{ article: ticket, undo }] = JSON.parse(done.done[0]!)
  const back = [JSON.stringify([{ article: ticket, edit: undo, seen: JSON.parse(looked.changes[0]!).edit }])]
  await ask('layers.record', { name: 'undone', workspace, changes: back, project: null })
  expect((await take('first')).looked).toMatchObject({ changed: 1, verdicts: 1, newer: 0 })
  await answer('3', null)
  expect((await take('again')).looked).toMatchObject({
    changed: 1,
    earlier: { verdictsWithdrawn: 1, commentsWithdrawn: 1 },
  })
  await answer('2', 'accept')
  expect((await look(sitting)).looked).toMatchObject({ changes: [], newer: 1 })
  await expect
    .poll(async () => (await layerOf('nadia')).verdicts.map(({ answered }: { answered?: string }) => answered))
    .toEqual(['2031-05-03T10:00:00.000Z'])
})

test('while the person at this desk works on gold, their answer is still an edit of their own layer', async () => {
  const sitting = await sit('Nadia')
  const { ask, workspace } = sitting
  await answered(await packet(sitting), { from: { name: 'Nadia', id: 'nadia' } })
  await ask('layer.workOn', { workspace, layer: 'gold' })
  const before = layersHere()
  const { chosen, looked, bring } = await look(sitting)
  expect(chosen).toMatchObject({ id: 'nadia', beside: null })
  expect(looked).toMatchObject({ isOwn: true, verdicts: 1, comments: 1, changed: 1, taken: 0 })
  expect(await bring()).toMatchObject({ isOwn: true, written: 0 })
  expect(layersHere()).toEqual(before)
})

test('what the person changed of it later stays as it is, whatever an earlier answer says', async () => {
  const sitting = await sit('Nadia')
  const { ask, workspace } = sitting
  const page = await packet(sitting)
  await answered(page, { from: { name: 'Nadia', id: 'nadia' } })
  const { looked } = await look(sitting)
  await ask('layers.record', { name: 'own', workspace, changes: [`[${looked.changes}]`], project: null })
  const { edit } = JSON.parse(looked.changes[0]!)
  const put = edit.edits.find(({ kind }: { kind: string }) => kind === 'putComment')
  const later = { ...put.comment, text: 'Otherwise.', modified: '2031-06-01T10:00:00.000Z' }
  const change = { article: await sitting.ticket(article), edit: { kind: 'putComment', comment: later }, seen: put }
  const changes = [JSON.stringify([change])]
  expect((await ask('layers.record', { name: 'later', workspace, changes, project: null })).refused).toEqual([])
  expect((await look(sitting)).looked).toMatchObject({ changed: 0, comments: 0 })
})

test('what is no answer is refused, and a closed dialog is none', async () => {
  const { ask, workspace } = await sit()
  await writeFile(out('no.json'), '{}')
  ground.chosen = out('no.json')
  await expect(ask('tell.chooseAnswer', { workspace })).rejects.toMatchObject({ kind: 'cannot-read' })
  ground.chosen = null
  expect(await ask('tell.chooseAnswer', { workspace })).toBeNull()
  const asked = { workspace, answer: randomUUID(), id: 'carol', write: true }
  await expect(ask('tell.answer', asked)).rejects.toMatchObject({ kind: 'unknown-ticket' })
})
