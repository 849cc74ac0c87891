import { expect, test } from 'vitest'
import { formats } from './formats.ts'
import { written } from './roundTrip.laws.ts'

const text = `Ada said no. ${'She left, and nobody knew why. '.repeat(300)}`
const article = {
  ...{ path: 'a.txt', text, metadata: { title: 'No' }, zones: [] },
  layers: [
    {
      annotator: 'ada',
      annotations: [{ id: 'a', tag: 'actor', spans: [{ start: 0, end: 3 }], attributes: {}, entity: 'e1' }],
      links: [],
    },
  ],
}

test.each(['conll2003', 'conll2012', 'spacy', 'label-studio', 'doccano'])(
  'what is written as %s is known by what it begins with, however long a text is, and as nothing else',
  async id => {
    const all = await Promise.all(Object.values(formats).map(load => load()))
    const format = all.find(one => one.id === id)!
    const begins = new Map<string, string>()
    for (const { file, data } of written(format, [article])) begins.set(file, (begins.get(file) ?? '') + data)
    for (const [file, begin] of begins) {
      if (file.endsWith('.xml')) continue
      const known = all.filter(one => one.looksLike?.(begin.slice(0, 4096), file)).map(one => one.id)
      expect([file, known]).toEqual([file, [id]])
    }
  },
)

test('every format that is written says which programs of others have read it, those of the tests among them', async () => {
  for (const load of Object.values(formats)) {
    const { id, write, readBy, readInTests = [] } = await load()
    if (write) expect([id, readBy]).toEqual([id, expect.arrayContaining([expect.any(String), ...readInTests])])
    else expect([id, readBy, readInTests]).toEqual([id, [], []])
  }
})
