import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { anyHead } from '../dataset/drawnDataset.laws.ts'
import { memoryFiles } from '../dataset/memoryFiles.ts'
import { makeRuler } from '../text/ruler.ts'
import { factsOf, fileOf } from './brat/plainReading.laws.ts'
import { brat } from './brat.ts'
import { written } from './roundTrip.laws.ts'

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const hasSamples = existsSync(samples)

/** What is known of an annotation file that somebody else wrote. */
interface Expected {
  readonly spans: readonly { readonly id: string; readonly label: string; readonly utf16: [number, number][] }[]
  readonly text: { readonly utf16: number }
}

test.skipIf(!hasSamples)(
  hasSamples
    ? 'annotation files that others wrote: their spans are read, and every line is written again'
    : 'annotation files that others wrote (skipped: not on this machine)',
  async () => {
    const expected: Record<string, Expected> = JSON.parse(
      readFileSync(join(samples, 'expected', 'annotation-brat.json'), 'utf8'),
    )
    const root = join(samples, 'annotation')
    const names = readdirSync(join(root, 'brat'), { recursive: true, encoding: 'utf8' })
    const parts = names
      .map(name => `brat/${name}`)
      .filter(name => /\.\w+$/.test(name))
      .map(file => ({ file, data: new Uint8Array(readFileSync(join(root, file))) }))
    const articles = []
    for await (const item of brat.read!(memoryFiles(parts), { annotator: 'me', textOf: async () => null }))
      if (item.kind === 'untaken') expect(item).toBe(null)
      else articles.push(item.article)
    expect(articles.map(({ path }) => path.replace(/txt$/, 'ann')).sort()).toEqual(Object.keys(expected).sort())

    const entities = articles.flatMap(({ entities = [] }) =>
      entities.map(entity => ({
        ...{ kind: 'thing', aliases: [], roles: [], attributes: {}, externalIds: {} },
        ...entity,
      })),
    )
    const again = written(brat, articles, {}, { ...anyHead, annotators: [{ id: 'me' }], entities })
    for (const { path, text, layers } of articles) {
      const file = path.replace(/txt$/, 'ann')
      const { spans, text: size } = expected[file]!
      expect(text.length).toBe(size.utf16)
      const read = layers[0]!.annotations
      for (const { id, label, utf16 } of spans)
        expect(
          read.find(one => one.id === id || one.id.endsWith(`:${id}`)),
          `${file} ${id}`,
        ).toMatchObject({ tag: label, spans: utf16.map(([start, end]) => ({ start, end })) })
      expect(makeRuler(text).toCodePoint(text.length)).toBe([...text].length)
      expect(factsOf(fileOf(again, file)), file).toEqual(factsOf(readFileSync(join(root, file), 'utf8')))
    }
  },
)
