import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { layer, link, on } from '../../shared/agreement/drawnLayers.laws.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Verdict } from '../../shared/annotation/verdict.ts'
import type { Input } from '../../shared/contract/contract.ts'
import type { DatasetLayer } from '../../shared/dataset/dataset.ts'
import { sidecarFor } from '../../shared/dataset/sidecarFor.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import type { Case } from '../../shared/review/case.ts'
import type { FoundCases } from '../../shared/review/found.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { benchForDataset } from '../dataset/benchForDataset.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import { fromSource } from '../work/fromSource.ts'
import { readArticle, sha256Of } from '../work/readArticle.ts'
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
  await benches.datasetBench.run('lookAtLayers', { files: [] })
}, 240_000)
afterAll(() => Promise.all(Object.values(benches).map(bench => bench.close())))

/** The system tells late of files on a busy machine. */
const SOON = { timeout: 60_000 }

let ground: DeskGround
afterEach(() => ground.remove())

const strike = 'Dockers walk out\n\nThe union said that the port would close.\n'
const calm = 'A calm day\n\nNothing happened.\n'
const claim = on(strike, 'the port would close', 'claim')
const union = on(strike, 'The union', 'actor')

async function sidecar(path: string, text: string, given: DatasetLayer): Promise<void> {
  const { article } = await readArticle({ name: path, bytes: new TextEncoder().encode(text) })
  const onDisk = { ...article, file: path, sha256: sha256Of(text), textSha256: sha256Of(text) }
  const codebook = { id: 'stet-default', version: 1, hash: sha256Of('') }
  const annotator = { id: given.annotator, name: `${given.annotator} by name` }
  const coming = { annotator, codebook, at: '2031-03-04T05:06:07.000Z', from: 'brat' }
  await ground.write(sidecarName(path, given.annotator), sidecarFor(given, onDisk, coming))
}

/** A gold layer in which that was accepted. */
async function decided(path: string, text: string, on: Verdict['on']): Promise<void> {
  await sidecar(path, text, layer('gold-zo', []))
  const place = ground.at(sidecarName(path, 'gold-zo'))
  const verdict = { id: 'v1', on, verdict: 'accept', created: '2031-03-04T05:06:07.000Z' }
  const file = JSON.parse(await readFile(place, 'utf8'))
  await writeFile(place, JSON.stringify({ ...file, verdicts: [verdict] }))
}

async function made(more: () => Promise<void> = async () => {}): Promise<Sitting> {
  ground = await DeskGround.make({ 'strike.txt': strike, 'calm.txt': calm, 'empty.txt': 'Nobody was here.\n' }, benches)
  const links = [link('attributed-to', claim.id, union.id)]
  await sidecar('strike.txt', strike, { ...layer('ada', [claim, union], links), status: 'done' })
  await sidecar('strike.txt', strike, { ...layer('bo', [claim]), status: 'in-progress' })
  await sidecar('calm.txt', calm, layer('bo', [on(calm, 'Nothing happened', 'claim')]))
  await more()
  return ground.sit()
}

const asked: Omit<Input<'review.article'>, 'article'> = {
  ...{ layers: ['ada', 'bo'], tags: null, kinds: null, tolerance: { words: 0, ignoreEnds: false } },
}
const casesIn = (pieces: readonly string[]) => pieces.flatMap(piece => JSON.parse(piece) as Case[])
const told = (cases: readonly Case[]) =>
  cases.map(({ kinds, opinions }) => `${kinds.join('+')}: ${opinions.map(({ layer, quote }) => `${layer} ${quote}`)}`)
const foundIn = (sitting: Sitting) =>
  sitting.told.flatMap(one => (one.name === 'review.found' ? (JSON.parse(one.value.found) as FoundCases[]) : []))

test('the cases of a workspace come while it is looked through, with what is counted and what couldn’t be read', async () => {
  const sitting = await made(() => ground.write(sidecarName('calm.txt', 'ada'), '{"format": "stet-'))
  const { ask, workspace, ticket } = sitting
  const before = await readFile(ground.at(sidecarName('strike.txt', 'ada')), 'utf8')

  const done = await ask('review.run', { name: 'r1', workspace, articles: null, ...asked })
  const [strikes, calms] = [await ticket('strike.txt'), await ticket('calm.txt')]
  expect(done).toMatchObject({
    ...{ articles: 2, cases: 3, isComplete: true, isCut: false, unreadCount: 1 },
    counts: [
      { kind: 'only', open: 2, decided: 0, stale: 0 },
      { kind: 'source', open: 1, decided: 0, stale: 0 },
    ],
    unread: [{ article: calms, annotator: 'ada', problem: { kind: 'sidecar-damaged' } }],
  })
  const found = foundIn(sitting)
  expect(found.map(({ article }) => article)).toEqual([calms, strikes])
  expect(told(found.flatMap(({ cases }) => cases))).toEqual([
    'only: bo Nothing happened',
    'only: ada The union',
    'source: ada the port would close,bo the port would close',
  ])
  expect(found[1]!.layers).toMatchObject([
    { annotator: 'ada', status: 'done', annotations: 2, unplaced: 0, isOfAnotherText: false },
    { annotator: 'bo', status: 'in-progress', annotations: 1 },
  ])
  const events = sitting.told.flatMap(one => (one.name === 'review.found' ? [one.value] : []))
  expect(events.at(-1)).toMatchObject({ name: 'r1', done: 3, total: 3 })
  expect(await readFile(ground.at(sidecarName('strike.txt', 'ada')), 'utf8')).toBe(before)

  const some = await ask('review.run', { name: 'r1', workspace, articles: [strikes], ...asked, kinds: ['source'] })
  expect([
    some.cases,
    foundIn(sitting)
      .slice(2)
      .flatMap(({ cases }) => cases).length,
  ]).toEqual([2, 1])
})

test('an open article is compared as it is in hand, and what others change is told once something was asked for', async () => {
  const { ask, ticket, told: events } = await made()
  const article = await ticket('strike.txt')
  await ask('article.open', article)
  await ask('layer.open', article)
  const start = strike.indexOf('Dockers')
  const span = { start, end: start + 7, quote: 'Dockers', before: '', after: '' }
  const at = '2031-03-04T05:06:07.000Z'
  const mine = { id: 'm1', tag: 'actor', spans: [span], attributes: {}, origin: { kind: 'manual' } }
  const edit = { kind: 'put', annotation: { ...mine, created: at, modified: at } } as unknown as Edit
  await ask('layer.record', { article, edit: edit as never })
  const { layers, cases, unreadCount } = await ask('review.article', { article, ...asked, layers: ['zo', 'bo'] })
  expect(told(casesIn(cases))).toEqual(['only: zo Dockers', 'only: bo the port would close'])
  expect(layers.map(({ annotator, revision }) => `${annotator} ${revision}`)).toEqual(['bo 1', 'zo 1'])
  expect(unreadCount).toBe(0)

  await sidecar('strike.txt', strike, layer('bo', [claim, union]))
  await expect
    .poll(() => events.filter(({ name }) => name === 'review.changed'))
    .toMatchObject([{ value: { articles: [article] } }])
  const again = await ask('review.article', { article, ...asked })
  expect(told(casesIn(again.cases))[0]).toBe('same: ada The union,bo The union')
})

test('what somebody wrote on another text is placed in this one, and told', async () => {
  const before = `A word before. ${strike}`
  const { ask, ticket } = await made(() => sidecar('strike.txt', before, layer('cy', [on(before, 'A word', 'actor')])))
  const article = await ticket('strike.txt')
  const { layers } = await ask('review.article', { article, ...asked, layers: ['bo', 'cy'] })
  expect(layers).toMatchObject([
    { annotator: 'bo' },
    { annotator: 'cy', annotations: 0, unplaced: 1, isOfAnotherText: true },
  ])
})

test('what was decided on an annotation that waits for a place in the changed text is nothing that was withdrawn', async () => {
  const before = `A word before. ${strike}`
  const word = on(before, 'A word', 'actor')
  const { ask, ticket } = await made(async () => {
    await sidecar('strike.txt', before, layer('cy', [word]))
    await decided('strike.txt', strike, { layer: 'cy', annotation: word.id, revision: 1 })
  })
  const article = await ticket('strike.txt')
  const { cases, known } = await ask('review.article', { article, ...asked, layers: ['bo', 'cy'] })
  expect(told(casesIn(cases))).toEqual(['only: bo the port would close'])
  expect(known).toEqual([
    { annotator: 'bo', waiting: [] },
    { annotator: 'cy', waiting: [word.id] },
  ])
})

test('who only commented on an article is not somebody who says nothing there', async () => {
  const { ask, ticket } = await made(async () => {
    await sidecar('strike.txt', strike, layer('cy', []))
    const path = ground.at(sidecarName('strike.txt', 'cy'))
    const comment = { id: 'c', kind: 'note', on: { article: true }, text: 'Sure?', created: '2031-03-04T05:06:07Z' }
    const file = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...file, status: 'in-progress', comments: [comment] }))
  })
  const { cases, layers } = await ask('review.article', {
    ...{ article: await ticket('strike.txt'), ...asked },
    layers: ['ada', 'bo', 'cy'],
  })
  expect(layers.map(({ annotator }) => annotator)).toEqual(['ada', 'bo'])
  expect(casesIn(cases).flatMap(({ silent }) => silent)).not.toContain('cy')
})

test('what was decided on a layer that only comments by now, or whose file has gone, is to be looked at again', async () => {
  const bo = layer('bo', [claim])
  const on = { layer: 'bo', annotation: claim.id, revision: 1 }
  const { ask, ticket, workspace } = await made(() => decided('strike.txt', strike, on))
  const article = await ticket('strike.txt')
  const withdrawn = async (layers: string[]) => {
    const { cases } = await ask('review.article', { article, ...asked, layers })
    return casesIn(cases).flatMap(one => (one.opinions.length === 0 ? [`${one.state} ${one.silent}`] : []))
  }
  expect(await withdrawn(['ada', 'bo'])).toEqual([])
  await sidecar('strike.txt', strike, { ...bo, annotations: [] })
  const path = ground.at(sidecarName('strike.txt', 'bo'))
  const comment = { id: 'c', kind: 'note', on: { article: true }, text: 'Sure?', created: '2031-03-04T05:06:07Z' }
  const file = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify({ ...file, status: 'in-progress', comments: [comment] }))
  await expect.poll(() => withdrawn(['ada', 'bo']), SOON).toEqual(['stale ada,bo'])
  await rm(path)
  await expect.poll(() => withdrawn(['ada', 'bo']), SOON).toEqual(['stale ada,bo'])
  await expect.poll(() => withdrawn(['bo']), SOON).toEqual(['stale bo'])
  // Of those who never had a layer here nothing is known, nor of those who weren't asked for.
  expect(await withdrawn(['ada', 'cy'])).toEqual([])
  const run = await ask('review.run', { name: 'r', workspace, articles: [article], ...asked, layers: ['bo'] })
  expect([run.articles, run.cases]).toEqual([0, 1])
})

test('whose layers there are is told by name, with how far they are', async () => {
  const { ask, workspace } = await made()
  await sidecar('strike.txt', strike, { ...layer('gold-zo', [claim]), status: 'adjudicated' })
  await writeFile(ground.at(sidecarName('empty.txt', 'bo')), '')
  const layers = async () => (await ask('review.layers', { workspace })).layers
  await expect.poll(async () => (await layers()).length, SOON).toBe(3)
  await expect.poll(layers, SOON).toEqual([
    {
      ...{ annotator: 'ada', name: 'ada by name', articles: 1, unread: 0, imported: 2, isGold: false, isMine: null },
      statuses: { 'in-progress': 0, done: 1, adjudicated: 0 },
    },
    {
      ...{ annotator: 'bo', name: 'bo by name', articles: 3, unread: 1, imported: 2, isGold: false, isMine: null },
      statuses: { 'in-progress': 1, done: 1, adjudicated: 0 },
    },
    {
      ...{ annotator: 'gold-zo', name: 'gold-zo by name', articles: 1, unread: 0, imported: 1 },
      ...{ isGold: true, isMine: 'gold', statuses: { 'in-progress': 0, done: 0, adjudicated: 1 } },
    },
  ])
})

test('what is decided stands in the reviewer’s gold layer, and a review that is ended says so', async () => {
  const { ask, workspace, ticket } = await made()
  const article = await ticket('strike.txt')
  const only = casesIn((await ask('review.article', { article, ...asked })).cases)[0]!
  await sidecar('strike.txt', strike, layer('gold-zo', []))
  const path = ground.at(sidecarName('strike.txt', 'gold-zo'))
  const file = JSON.parse(await readFile(path, 'utf8'))
  const { layer: whose, annotation, revision, says } = only.opinions[0]!
  const verdict = { id: 'v1', on: { layer: whose, annotation, revision, says }, verdict: 'reject' }
  await writeFile(path, JSON.stringify({ ...file, verdicts: [{ ...verdict, created: '2031-03-04T05:06:07.000Z' }] }))
  await expect
    .poll(
      async () => casesIn((await ask('review.article', { article, ...asked })).cases).map(({ state }) => state),
      SOON,
    )
    .toEqual(['decided', 'open'])

  const [ended] = await Promise.all([
    ask('review.run', { name: 'r2', workspace, articles: null, ...asked }),
    ask('review.cancel', { workspace, name: 'r2' }),
  ])
  expect(ended.isComplete).toBe(false)
})

test('who isn’t compared is heard too: their disagreement opens a case again, and a damaged layer of theirs is told apart', async () => {
  const { ask, workspace, ticket } = await made(() => ground.write(sidecarName('calm.txt', 'eve'), '{"format": "stet-'))
  const article = await ticket('strike.txt')
  const cases = async () => {
    const { cases, unread } = await ask('review.article', { article, ...asked })
    expect(unread).toEqual([])
    return casesIn(cases)
  }
  const { layer: whose, annotation, revision, says } = (await cases())[0]!.opinions[0]!
  await sidecar('strike.txt', strike, layer('gold-zo', []))
  const said = async (annotator: string, more: object) => {
    const path = ground.at(sidecarName('strike.txt', annotator))
    await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), ...more }))
  }
  const verdict = { id: 'v1', on: { layer: whose, annotation, revision, says }, verdict: 'reject' }
  await said('gold-zo', { verdicts: [{ ...verdict, created: '2031-03-04T05:06:07.000Z' }] })
  const states = async () => (await cases()).map(({ state }) => state)
  await expect.poll(states, SOON).toEqual(['decided', 'open'])

  await sidecar('strike.txt', strike, layer('cy', []))
  const no = { id: 'c', kind: 'disagree', on: { layer: 'gold-zo', verdict: 'v1' }, text: 'No.' }
  await said('cy', { comments: [{ ...no, created: '2031-03-05T05:06:07.000Z' }] })
  await expect.poll(states, SOON).toEqual(['open', 'open'])

  const run = await ask('review.run', { name: 'r3', workspace, articles: null, ...asked })
  expect([run.unread, run.unreadCount, run.unheard, run.cases]).toEqual([[], 0, 1, 3])
})

test('of gold that is too large to be read nothing is taken to be agreed on anew', async () => {
  const { ask, workspace } = await made(async () => {
    await sidecar('calm.txt', calm, layer('ada', [on(calm, 'Nothing happened', 'claim')]))
    await sidecar('calm.txt', calm, layer('gold-zo', []))
  })
  const agreed = () =>
    ask('review.agreed', { name: 'r4', workspace, layers: ['ada', 'bo'], tolerance: asked.tolerance, atLeast: null })
  expect(await agreed()).toMatchObject({ articles: 1, isComplete: true })
  await truncate(ground.at(sidecarName('calm.txt', 'gold-zo')), MAX_SIDECAR_BYTES + 1)
  expect(await agreed()).toEqual({ changes: [], cases: 0, articles: 0, isComplete: true })
})

test('what was decided right before the program died is decided, though only the history has it', async () => {
  const sitting = await made()
  const { ask, workspace, ticket } = sitting
  const article = await ticket('strike.txt')
  const only = casesIn((await ask('review.article', { article, ...asked })).cases)[0]!
  await ask('layer.workOn', { workspace, layer: 'gold' })
  await ask('article.open', article)
  await ask('layer.open', article)
  const { layer: whose, annotation, revision, says } = only.opinions[0]!
  const verdict = {
    id: 'v1',
    on: { layer: whose, annotation, revision, says },
    verdict: 'reject',
    created: '2031-03-04T05:06:07.000Z',
  }
  await ask('layer.record', { article, edit: { kind: 'putVerdict', verdict } as never })

  const died = await ground.copy()
  try {
    // Dead before the file was written, or before anything said that it was.
    await rm(died.at(sidecarName('strike.txt', 'gold-zo')), { force: true })
    const histories = died.at('.stet/history')
    const name = (await readdir(histories)).find(
      one => one.startsWith('strike.txt.gold-zo.') && one.endsWith('.ndjson'),
    )!
    const lines = (await readFile(`${histories}/${name}`, 'utf8')).split('\n')
    const last = lines.findLastIndex(line => line.includes('"kind":"edit"'))
    await writeFile(`${histories}/${name}`, `${lines.slice(0, last + 1).join('\n')}\n`)
    const again = await died.sit(null)
    const found = await again.ask('review.article', { article: await again.ticket('strike.txt'), ...asked })
    expect(casesIn(found.cases).map(({ state }) => state)).toEqual(['decided', 'open'])
    const run = await again.ask('review.run', { name: 'r', workspace: again.workspace, articles: null, ...asked })
    expect(run.counts.find(({ kind }) => kind === 'only')).toMatchObject({ open: 1, decided: 1 })
  } finally {
    await died.remove()
  }
})
