import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { asTheyAre } from '../../shared/agreement/compareLayers.ts'
import { nothingLeftOut } from '../../shared/agreement/written/figuresAbout.ts'
import { makeAgreeTasks } from './agreeTasks.ts'

const text = 'The mayor said so.\n'
const hash = createHash('sha256').update(text).digest('hex')
const at = '2031-03-05T09:00:00.000Z'
const layer = (annotator: string, end: number) => ({
  annotator,
  bytes: new TextEncoder().encode(
    JSON.stringify({
      ...{ format: 'stet-sidecar', formatVersion: 1, revision: 1, status: 'done', created: at, modified: at },
      article: {
        ...{ file: 'a.txt', sha256: hash, textSha256: hash, textLength: text.length, offsetUnit: 'codepoint' },
        ...{ encoding: 'utf-8', reader: 'plain-text/1' },
      },
      ...{ zoneRules: 1, zones: [], annotator: { id: annotator, name: annotator, key: 'another' } },
      ...{ codebook: { id: 'stet-default', version: 1, hash }, links: [], unplaced: [], comments: [], verdicts: [] },
      annotations: [
        {
          ...{ id: annotator, tag: 'claim', attributes: {}, origin: { kind: 'manual' }, created: at, modified: at },
          spans: [{ start: 0, end, quote: text.slice(0, end), before: '', after: '' }],
        },
      ],
    }),
  ),
})
const asked = {
  ...({ format: 'csv', language: 'en' } as const),
  ...{ workspace: 'News', leftOut: nothingLeftOut, gamma: null, isBlind: false },
  ...{ names: ['ada', 'ben'].map(annotator => ({ annotator, name: annotator })), labels: { tags: [], questions: [] } },
}

/** Two articles in a worker, and a way to compare them. */
async function worker() {
  const tasks = makeAgreeTasks()
  for (const path of ['a.txt', 'b.txt'])
    await tasks.agreeTake({
      ...{ path, name: path, bytes: new TextEncoder().encode(text), facts: null },
      layers: [layer('ada', 9), layer('ben', 14)],
    })
  const compare = (id: number, words: number) => {
    const tolerance = { words, ignoreEnds: false }
    tasks.agreeBegin({ id, layers: null, comparing: { ...asTheyAre, tolerance }, offered: [] })
    while (tasks.agreeGoOn(null).report === null);
  }
  return { tasks, compare }
}

test('what is being saved stays what was shown when it was asked for, whatever is compared and looked at meanwhile', async () => {
  const { tasks, compare } = await worker()
  compare(1, 0)
  tasks.agreeSaveBegin({ id: 1, questions: [] })
  compare(2, 3)
  tasks.agreeFigures({ scope: { pair: null, tag: 'claim' }, questions: [] })
  while (!tasks.agreeSaveOn(null).isDone);
  const [head, ...rows] = tasks.agreeWritten(asked).trimEnd().split('\r\n')
  const cell = (row: string, name: string) => row.split(',')[head!.split(',').indexOf(name)]
  const extent = rows.find(row => row.startsWith('same-extent,'))!
  expect(['value', 'wordsApart', 'annotators'].map(name => cell(extent, name))).toEqual(['0', '0', 'ada; ben'])
})

test('what isn’t compared any more can’t be saved as if it were', async () => {
  const { tasks, compare } = await worker()
  compare(1, 0)
  compare(2, 3)
  expect(() => tasks.agreeSaveBegin({ id: 1, questions: [] })).toThrow('comparison-lost')
})
