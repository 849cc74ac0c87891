import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { Past } from '../../shared/history/past.ts'
import { TimelineInPieces } from '../../shared/history/timelinePiece.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { tasks } from '../work/tasks.ts'
import { LayersInUse } from './layersInUse.ts'
import { OpenArticle, type Opener } from './openArticle.ts'

const text = 'The cat sat on the mat 💩, all day long and well into the night, and the dog said nothing.\n'
const sidecar = () => join(folder, 'cats.txt.alice.stet.json')
const history = (device = 'here') => join(folder, '.stet', 'history', `cats.txt.alice.${device}.ndjson`)
let folder: string
let open: OpenArticle[]

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-past-')))
  await fs.writeFile(join(folder, 'cats.txt'), text)
  open = []
})
afterEach(async () => {
  for (const article of open) await article.abandon()
  await fs.rm(folder, { recursive: true })
})

async function openCats(device = 'here'): Promise<OpenArticle> {
  const run: Opener['workbench']['run'] = async (name, input) => (tasks[name] as (input: unknown) => never)(input)
  const article = await OpenArticle.open('cats.txt', {
    disk,
    fence: await raiseFence(disk, folder),
    workbench: { run },
    annotator: { id: 'alice', name: 'Alice Novak', key: 'alice-key' },
    device,
    codebook: () => ({ id: 'stet-default', version: 1, hash: '0'.repeat(64) }),
    inUse: new LayersInUse(),
    now: () => new Date(),
    told: () => {},
  })
  open.push(article)
  await article.openLayer()
  return article
}

/** Opens the article, does something, and closes it again. */
async function sit(edits: readonly Edit[], device = 'here'): Promise<void> {
  const article = await openCats(device)
  for (const edit of edits) await article.record(edit)
  await article.close()
}

function put(id: string, words: string, note?: string): Edit {
  const start = text.indexOf(words)
  const at = '2031-03-04T05:06:07.000Z'
  const spans = [makeAnchor(text, { start, end: start + words.length })]
  const plain: Annotation = {
    id,
    tag: 'actor',
    spans,
    attributes: {},
    origin: { kind: 'manual' },
    created: at,
    modified: at,
  }
  return { kind: 'put', annotation: note === undefined ? plain : { ...plain, note } }
}

/** The past of the article as a window has it, and what each moment is. */
async function pastOf(article: OpenArticle) {
  const { pieces, moments, unread, device } = await article.openPast()
  const timeline = new TimelineInPieces()
  for (let i = 0; i < pieces; i++) timeline.take(article.pastPiece(i))
  expect(timeline.done().moments).toHaveLength(moments)
  const head = await article.openLayer()
  const annotations = head.pieces.flatMap((_, i) => JSON.parse(article.piece(i)) as Annotation[])
  const past = new Past(new Layer({ annotations }), timeline, device)
  const kinds = timeline.moments.map(({ kind, device, version }) =>
    [device === 'here' ? '' : device, kind, version ?? ''].filter(Boolean).join(' '),
  )
  const at = (index: number) => {
    past.goTo(index)
    return [...past.layer.inOrder()].map(({ id, note }) => (note ? `${id} ${note}` : id))
  }
  return { kinds, at, unread, moments: timeline.moments }
}

async function changeOutside(change: (file: { annotations: { note?: string }[] }) => void): Promise<void> {
  const file = JSON.parse(await fs.readFile(sidecar(), 'utf8'))
  change(file)
  await fs.writeFile(sidecar(), `${JSON.stringify(file, null, 2)}\n`)
}

test('a layer without a history has no past, and one that was never edited has none either', async () => {
  expect((await pastOf(await openCats())).kinds).toEqual([])
})

test('what was done is told, over several sittings and by other devices, and every state can be had back', async () => {
  await sit([put('a', 'cat'), put('b', 'dog')])
  await sit([put('a', 'cat', 'theirs')], 'there')
  await sit([{ kind: 'remove', id: 'b' }])
  const { kinds, at } = await pastOf(await openCats())
  expect(kinds).toEqual(['begun', 'edit', 'edit', 'there begun', 'there edit', 'outside', 'edit'])
  expect(kinds.map((_, i) => at(i))).toEqual([
    [],
    ['a'],
    ['a', 'b'],
    ['a', 'b'],
    ['a theirs', 'b'],
    ['a theirs', 'b'],
    ['a theirs'],
  ])
})

test('bytes that others wrote are a moment before anything is recorded on them, and after', async () => {
  await sit([put('a', 'cat')])
  await changeOutside(file => {
    file.annotations[0]!.note = 'by hand'
  })
  const article = await openCats()
  expect((await pastOf(article)).kinds).toEqual(['begun', 'edit', 'outside'])
  await article.record(put('b', 'dog'))
  const { kinds, at } = await pastOf(article)
  expect(kinds).toEqual(['begun', 'edit', 'outside', 'edit'])
  expect(kinds.map((_, i) => at(i))).toEqual([[], ['a'], ['a by hand'], ['a by hand', 'b']])
})

test('what each part of a history began with is kept, however often it begins anew', async () => {
  await sit([put('a', 'cat')])
  // Old enough that its bytes are kept by a second name instead of in the history.
  const settled = new Date('2031-01-01T00:00:00.000Z')
  for (const note of ['one', 'two', 'three']) {
    await changeOutside(file => {
      file.annotations[0]!.note = note
    })
    await fs.utimes(sidecar(), settled, settled)
    await sit([put(note, 'dog')])
  }
  expect(await fs.readFile(history(), 'utf8')).not.toContain('"note":"one"')
  const { kinds, at, unread } = await pastOf(await openCats())
  expect(unread).toBe(0)
  expect(kinds).toEqual(['begun', 'edit', 'outside', 'edit', 'outside', 'edit', 'outside', 'edit'])
  expect(at(2)).toEqual(['a one'])
  expect(at(5)).toEqual(['a two', 'one', 'two'])
})

test('a history that was cut or altered is told, with what is before it, also once a new one has begun', async () => {
  await sit(['one', 'two', 'three'].map(note => put('a', 'cat', note)))
  await fs.writeFile(history(), (await fs.readFile(history(), 'utf8')).replace('"one"', '"ten"'))
  const article = await openCats()
  expect((await pastOf(article)).kinds).toEqual(['begun', 'edit', 'broken', 'outside'])
  await article.record(put('b', 'dog'))
  const { kinds, at } = await pastOf(article)
  expect(kinds).toEqual(['begun', 'edit', 'broken', 'outside', 'edit'])
  expect(at(3)).toEqual(['a three'])
})

test('a version is named, and the layer of an earlier line too; both names outlive a sitting', async () => {
  const article = await openCats()
  await article.record(put('a', 'cat'))
  await article.layerInHand().name('First reading', '')
  await article.record(put('b', 'dog'))
  const { moments } = await pastOf(article)
  await article.layerInHand().name('Nothing yet', moments[0]!.line)
  await article.close()
  const { kinds, at } = await pastOf(await openCats())
  expect(kinds).toEqual(['begun Nothing yet', 'edit First reading', 'edit'])
  expect(at(1)).toEqual(['a'])
  expect(JSON.parse(await fs.readFile(sidecar(), 'utf8')).annotations).toHaveLength(2)
})

test('a piece is handed out once', async () => {
  await sit([put('a', 'cat')])
  const article = await openCats()
  const { pieces } = await article.openPast()
  expect(pieces).toBeGreaterThan(0)
  article.pastPiece(0)
  expect(() => article.pastPiece(0)).toThrow(RangeError)
  expect(() => article.pastPiece(pieces)).toThrow(RangeError)
})

test('histories of another article or annotator are not taken for this one’s', async () => {
  await sit([put('a', 'cat')])
  const bytes = await fs.readFile(history())
  for (const name of [
    'cats.txt.bob.here.ndjson',
    'cats.txt.alice.txt.alice.here.ndjson',
    'cats.txt.alice.x.ndjson.swp',
  ])
    await fs.writeFile(join(folder, '.stet', 'history', name), bytes)
  expect((await pastOf(await openCats())).kinds).toEqual(['begun', 'edit'])
})
