import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import { type Annotation, extent } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { plainText } from '../../shared/importers/plainText.ts'
import { writeSidecar } from '../../shared/sidecar/writeSidecar.ts'
import { makeRuler } from '../../shared/text/ruler.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { tasks } from '../work/tasks.ts'
import { glimpse } from './glimpse.ts'

const text = `Cats\n\n${Array.from({ length: 6000 }, (_, i) => `The cat 💩 number ${i} sat on the mat.`).join(' ')}\n`
const hash = '0'.repeat(64)
let folder: string

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-glimpse-')))
})
afterEach(() => fs.rm(folder, { recursive: true, maxRetries: 10 }))

function everyMat(): Annotation[] {
  const at = '2031-03-04T05:06:07.000Z'
  return [...text.matchAll(/the mat/g)].map(({ index }, i) => ({
    id: `mat ${i}`,
    tag: 'actor',
    spans: [makeAnchor(text, { start: index, end: index + 'the mat'.length })],
    attributes: {},
    origin: { kind: 'manual' },
    created: at,
    modified: at,
  }))
}

async function write(annotations: readonly Annotation[], damage = (sidecar: string) => sidecar): Promise<void> {
  const article = plainText.read(Buffer.from(text))
  const head = {
    revision: 1,
    created: '',
    modified: '',
    annotator: { id: 'ada', name: 'Ada' },
    codebook: { id: 'stet-default', version: 1, hash },
    zoneRests: new Map(),
  }
  const onDisk = { ...article, file: 'cats.txt', sha256: hash, textSha256: hash }
  const sidecar = writeSidecar(head, new Layer({ annotations }), onDisk, makeRuler(text))
  await fs.writeFile(join(folder, 'cats.txt.ada.stet.json'), damage(sidecar))
}

async function glimpsed(offset: number, of = text): Promise<Annotation[]> {
  return glimpse({
    disk,
    fence: await raiseFence(disk, folder),
    workbench: { run: async (name, input) => (tasks[name] as (input: unknown) => never)(input) },
    path: join(folder, 'cats.txt.ada.stet.json'),
    text: of,
    ruler: makeRuler(of),
    offset,
  })
}

test.each([0, 0.02, 0.5, 0.98])(
  'all annotations of the next screens are glimpsed, from %f of the article on',
  async part => {
    const all = everyMat()
    await write(all)
    const offset = Math.floor(part * (text.length - 5000))
    const near = all.filter(one => extent(one).end > offset - 500 && extent(one).start < offset + 3000)
    const found = await glimpsed(offset)
    expect(found).toEqual(expect.arrayContaining(near))
    expect(found.length).toBeLessThan(400)
  },
)

test('what does not stand at its words is not glimpsed, and no layer is no reason to fail', async () => {
  expect(await glimpsed(0)).toEqual([])
  await write(everyMat())
  expect(await glimpsed(0, text.replaceAll('mat', 'rug'))).toEqual([])
  await write(everyMat(), sidecar => sidecar.replaceAll('"tag": "actor"', '"tag": 7'))
  expect(await glimpsed(0)).toEqual([])
  await write(everyMat(), sidecar => JSON.stringify(JSON.parse(sidecar)))
  expect(await glimpsed(0)).toEqual([])
})
