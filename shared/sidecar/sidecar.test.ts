import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeAnchor } from '../annotation/anchor.ts'
import type { Annotation } from '../annotation/annotation.ts'
import { annotate, anyAnnotated, drawn } from '../annotation/drawn.laws.ts'
import { Layer } from '../annotation/layer.ts'
import { lostCueIn, lostCueOf, withoutLostCue } from '../annotation/lostCue.ts'
import type { JsonObject } from '../json/json.ts'
import { Problem } from '../problems/problem.ts'
import { makeRuler } from '../text/ruler.ts'
import type { Head } from './head.ts'
import { placeLayer } from './placeLayer.ts'
import { headOf, readSidecar } from './readSidecar.ts'
import { sidecarText } from './sidecarText.ts'
import { type ArticleOnDisk, sidecarInParts, writeSidecar } from './writeSidecar.ts'

/** The keys of an annotation that have a place of their own; others stand behind them in any order. */
const isKnown = new Set([
  'id',
  'tag',
  'spans',
  'attributes',
  'entity',
  'note',
  'origin',
  'carriedFrom',
  'created',
  'modified',
])
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const at = '2031-03-04T05:06:07.000Z'
const freshHead: Head = {
  revision: 1,
  created: at,
  modified: at,
  annotator: { id: 'alice', name: 'Alice Novak', key: 'k' },
  codebook: { id: 'stet-default', version: 1, hash: sha256('codebook') },
  zoneRests: new Map(),
}

function articleOf(text: string): ArticleOnDisk {
  return {
    reader: 'plain-text/1',
    zoneRules: 1,
    text,
    blocks: [{ start: 0, end: text.length, zone: 'title', by: 'reader' }],
    title: '',
    encoding: 'utf-8',
    metadata: {},
    encodingBy: 'valid',
    invalidBytes: 0,
    unseen: 0,
    textInSidecar: false,
    file: 'summit.txt',
    sha256: sha256(text),
    textSha256: sha256(text),
  }
}

function write(text: string, layer: Layer, head = freshHead): string {
  return writeSidecar(head, layer, articleOf(text), makeRuler(text))
}

function read(sidecar: string, text: string) {
  const file = readSidecar(new TextEncoder().encode(sidecar))
  return { head: headOf(file), ...placeLayer(file, text, sha256(text), makeRuler(text)) }
}

test('what is written is read back, and written again byte for byte', () => {
  fc.assert(
    fc.property(anyAnnotated, ({ text, annotations }) => {
      const written = write(text, new Layer({ annotations }))
      const back = read(written, text)
      expect(new Set(back.annotations)).toEqual(new Set(annotations))
      expect(write(text, new Layer(back), back.head)).toBe(written)
    }),
    { numRuns: 500 },
  )
})

test('a file that was merged without its text is written as the layer would be', () => {
  const backwards = (object: JsonObject) => Object.fromEntries(Object.entries(object).reverse())
  fc.assert(
    fc.property(anyAnnotated, ({ text, annotations }) => {
      const written = write(text, new Layer({ annotations }))
      const file = readSidecar(new TextEncoder().encode(written))
      expect(sidecarText(file)).toBe(written)
      const known = (file['annotations'] as JsonObject[]).every(one => Object.keys(one).every(key => isKnown.has(key)))
      const turned = (file['annotations'] as JsonObject[]).map(backwards).reverse()
      if (known) expect(sidecarText(backwards({ ...file, annotations: turned }))).toBe(written)
    }),
    { numRuns: 300 },
  )
})

test('what couldn’t be put on disk can be asked for again, whole and as it stood', () => {
  const { text, span } = drawn('The «cat» sat.')
  const layer = new Layer({ annotations: [annotate(text, span)] })
  const parts = sidecarInParts(freshHead, layer, articleOf(text), makeRuler(text))
  const once = [...parts].join('')
  layer.apply({ kind: 'remove', id: [...layer.annotations.keys()][0]! })
  expect([...parts].join('')).toBe(once)
  expect(once).toContain('"quote": "cat"')
})

test('the order in which annotations were made leaves no trace in the bytes', () => {
  fc.assert(
    fc.property(anyAnnotated, ({ text, annotations }) => {
      const backwards = new Layer()
      for (const annotation of [...annotations].reverse()) backwards.apply({ kind: 'put', annotation })
      expect(write(text, backwards)).toBe(write(text, new Layer({ annotations })))
    }),
    { numRuns: 200 },
  )
})

test('the file is ordinary JSON with two spaces, and its offsets count code points', () => {
  const { text, span } = drawn('💩💩 «positive results» in 新聞')
  const written = write(text, new Layer({ annotations: [annotate(text, span)] }))
  const value = JSON.parse(written)
  expect(written).toBe(`${JSON.stringify(value, null, 2)}\n`)
  const [{ start, end, quote }] = value.annotations[0].spans
  expect([...text].slice(start, end).join('')).toBe(quote)
  expect([start, end]).toEqual([3, 19])
})

test('unknown keys survive at every level, digits and all', () => {
  const { text, span } = drawn('The «cat» sat.')
  const plain = JSON.parse(
    write(text, new Layer({ annotations: [annotate(text, span, { attributes: { type: 'denial' } })] })),
  )
  const mark = (object: Record<string, unknown>) => Object.assign(object, { future: 'MARK' })
  const [annotation] = plain.annotations
  for (const object of [
    plain,
    plain.article,
    plain.annotator,
    plain.codebook,
    plain.zones[0],
    annotation,
    annotation.spans[0],
    annotation.origin,
  ]) {
    mark(object)
  }
  annotation.attributes.strange = 'MARK'
  plain.links.push(mark({ id: 'l', type: 'about', from: 'a', to: mark({ entity: 'e' }), attributes: {} }))
  plain.unplaced.push(mark({ ...structuredClone(annotation), id: 'u', placement: 'lost', textSha256: sha256('old') }))
  plain.comments.push(mark({ id: 'c' }))
  plain.verdicts.push(mark({ id: 'v' }))
  const file = JSON.stringify(plain, null, 2).replaceAll('"MARK"', '{"n":1.50}')
  const back = read(file, text)
  const again = write(text, new Layer(back), back.head)
  expect(again.match(/1\.50/g)).toHaveLength(file.match(/1\.50/g)!.length)
  expect(write(text, new Layer(read(again, text)), read(again, text).head)).toBe(again)
})

test('a sidecar cut off anywhere is refused, and only ever as a Problem', () => {
  const { text, span } = drawn('The «cat» sat.')
  const whole = write(text, new Layer({ annotations: [annotate(text, span)] }))
  for (let n = 0; n < whole.length - 2; n++) {
    expect(() => readSidecar(new TextEncoder().encode(whole.slice(0, n))), `cut at ${n}`).toThrow(Problem)
  }
})

const refused: [name: string, change: (file: Record<string, unknown>) => void, kind: string][] = [
  ['a newer version', file => Object.assign(file, { formatVersion: 2 }), 'sidecar-newer'],
  ['another kind of file', file => Object.assign(file, { format: 'notes' }), 'sidecar-damaged'],
  [
    'a start below zero',
    file => ((file['annotations'] as JsonObject[])[0] = bent(file, { start: -1 })),
    'sidecar-damaged',
  ],
  [
    'an annotation without spans',
    file => Object.assign((file['annotations'] as JsonObject[])[0]!, { spans: [] }),
    'sidecar-damaged',
  ],
  [
    'two annotations of one id',
    file => (file['annotations'] as JsonObject[]).push((file['annotations'] as JsonObject[])[0]!),
    'sidecar-unkeepable',
  ],
]
test.each(refused)('%s is refused by its name', (_name, change, kind) => {
  const { text, span } = drawn('The «cat» sat.')
  const file = JSON.parse(write(text, new Layer({ annotations: [annotate(text, span)] })))
  change(file)
  expect(() => read(JSON.stringify(file), text)).toThrow(expect.objectContaining({ kind }))
})

function bent(file: Record<string, unknown>, anchor: JsonObject): JsonObject {
  const [annotation] = file['annotations'] as (JsonObject & { spans: JsonObject[] })[]
  return { ...annotation!, spans: [{ ...annotation!.spans[0]!, ...anchor }] }
}

test('in a changed text every annotation is at its words or among the unplaced, and the counts add up', () => {
  fc.assert(
    fc.property(anyAnnotated, fc.string({ unit: 'grapheme' }), fc.nat(), ({ text, annotations }, insert, n) => {
      const cut = n % (text.length + 1)
      const now = `${text.slice(0, cut)}${insert} ${text.slice(cut)}`
      const back = read(write(text, new Layer({ annotations })), now)
      expect(back.annotations.length + back.unplaced.length).toBe(annotations.length)
      for (const { spans } of back.annotations)
        for (const span of spans) expect(now.slice(span.start, span.end)).toBe(span.quote)
    }),
    { numRuns: 500 },
  )
})

test('what was unplaced comes back when the old text comes back', () => {
  const { text, span } = drawn('The «cat» sat on the mat, and nobody minded it at all that day.')
  const cat: Annotation = annotate(text, span, { note: 'which cat?' })
  const changed = 'A dog stood there.'
  const away = read(write(text, new Layer({ annotations: [cat] })), changed)
  expect(away).toMatchObject({ annotations: [], unplaced: [{ id: 'a', placement: 'lost' }], displaced: 1 })
  const back = read(write(changed, new Layer(away), away.head), text)
  expect(back).toMatchObject({ annotations: [cat], unplaced: [] })
})

test('a cue whose words are gone is kept with its link, counted, and comes back with its words', () => {
  const { text, span } = drawn(
    'The mayor «said on Monday» that the bridge would be built, and nobody minded at all that day.',
  )
  const cue = makeAnchor(text, span)
  const link = { id: 'l', type: 'attributed-to', from: 'a', to: { author: true }, attributes: {}, cue } as const
  const changed = 'The mayor was silent.'
  const away = read(write(text, new Layer({ links: [link] })), changed)
  expect(away.cuesMoved).toBe(1)
  expect(away.links[0]).not.toHaveProperty('cue')
  expect(lostCueOf(away.links[0]!)).toBe('said on Monday')
  const still = read(write(changed, new Layer(away), away.head), changed)
  expect(still).toMatchObject({ links: away.links, cuesMoved: 0 })
  const back = read(write(changed, new Layer(still), still.head), text)
  expect(back).toMatchObject({ links: [link], cuesMoved: 1 })
  expect(withoutLostCue(away.links[0]!)).toEqual({ ...link, cue: undefined })
})

test('a lost cue stays lost in the text that it was lost in, however much stands there that looks like it', () => {
  const sentence =
    'The mayor of the town by the sea «said on Monday» that the bridge would be built, and nobody minded.'
  const { text, span } = drawn(sentence)
  const cue = makeAnchor(text, span)
  const link = { id: 'l', type: 'attributed-to', from: 'a', to: { author: true }, attributes: {}, cue } as const
  const changed = `It rained.\n\n${text}\n\nThe sun came out.\n`
  const away = read(write(text, new Layer({ links: [link] })), changed)
  expect(lostCueIn(away.links[0]!)).toMatchObject({ anchor: cue, textSha256: sha256(text) })
  const still = read(write(changed, new Layer(away), away.head), changed)
  expect(still).toMatchObject({ links: away.links, cuesMoved: 0 })
})

test('what only looks like a lost cue is carried as it came', () => {
  const { text } = drawn('The «cat» sat.')
  const link = {
    id: 'l',
    type: 'about',
    from: 'a',
    to: { author: true },
    attributes: {},
    rest: '{"lostCue":{"start":-1,"end":12,"quote":"The cat sat."}}',
  } as const
  const file = write(text, new Layer({ links: [link] }))
  expect(read(file, text).links).toEqual([link])
})

test('words that stand in many places come back to the very one that they were taken from', () => {
  const text = 'no '.repeat(100)
  const one = annotate(text, { start: 150, end: 152 })
  const away = read(write(text, new Layer({ annotations: [one] })), 'yes')
  expect(away.unplaced).toHaveLength(1)
  expect(read(write('yes', new Layer(away), away.head), text).annotations).toEqual([one])
})

test('a wrong quote in the unchanged text is never painted on other words', () => {
  const { text, span } = drawn('The «cat» sat on the cat mat.')
  const file = write(text, new Layer({ annotations: [annotate(text, span)] })).replace(
    '"quote": "cat"',
    '"quote": "dog"',
  )
  expect(read(file, text)).toMatchObject({ annotations: [], unplaced: [{ placement: 'lost' }] })
})
