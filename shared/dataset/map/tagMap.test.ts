import { expect, test } from 'vitest'
import { defaultCodebook } from '../../codebook/defaultCodebook.ts'
import type { DatasetAnnotation, DatasetLink } from '../dataset.ts'
import type { ReadArticle } from '../format.ts'
import { applyMap } from './applyMap.ts'
import { readMapFile, writeMapFile } from './mapFile.ts'
import { attributions } from './polnearMap.laws.ts'
import { Finding, proposeMap } from './proposeMap.ts'
import { emptyMap, type TagMap } from './tagMap.ts'

const text = 'Ada said no, said Bo, and Cy claimed that it rains.'

/** An annotation at the words, the parts being divided by `…`. */
function at(id: string, tag: string, words: string, rest: Partial<DatasetAnnotation> = {}): DatasetAnnotation {
  const spans = words.split('…').map(part => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }))
  return { id, tag, spans, attributes: {}, ...rest }
}

const frame = (id: string, words: string, rest: Partial<DatasetAnnotation> = {}) =>
  at(id, 'Attribution', words, { cameAs: 'frame', ...rest })

/** The roles of a frame: `Source=s`. */
const roles = (from: string, ...said: string[]): DatasetLink[] =>
  said.map((one, i) => {
    const [type, annotation] = one.split('=') as [string, string]
    return { id: `${from}.${i}`, type, from, to: { annotation }, attributes: {}, cameAs: 'role' }
  })

function mapped(annotations: DatasetAnnotation[], links: DatasetLink[], map: TagMap = attributions) {
  const layers = [{ annotator: 'ada', annotations, links }]
  const article: ReadArticle = { file: 'a.ann', path: 'a.txt', text, metadata: {}, zones: [], layers }
  const result = applyMap(article, map)
  const [layer] = result.article.layers
  return {
    ...{ annotations: layer!.annotations, links: layer!.links },
    tags: Object.fromEntries(layer!.annotations.map(({ id, tag }) => [id, tag])),
    away: result.away.map(({ kind, id, why, what }) => [kind, id, why, what].join(' | ')),
  }
}

const words = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end)

test('a frame of source, cue and content is a claim that is attributed to an actor, with the words that say so', () => {
  const all = [
    at('s', 'Source', 'Ada'),
    at('c', 'Cue', 'said'),
    at('q', 'Content', 'no'),
    frame('f', 'said', { attributes: { explicitness: 'explicit' } }),
  ]
  const { tags, links, away } = mapped(all, roles('f', 'Content=q', 'Cue=c', 'Source=s'))
  expect(tags).toEqual({ s: 'actor', q: 'claim' })
  expect(links.map(({ cue, ...link }) => ({ ...link, cue: words(cue) }))).toEqual([
    {
      ...{ id: 'f', type: 'attributed-to', from: 'q', to: { annotation: 's' }, cue: 'said' },
      attributes: { explicitness: 'explicit' },
    },
  ])
  expect(away).toEqual([])
})

test('several sources or contents are several links', () => {
  const all = [at('s', 'Source', 'Ada'), at('t', 'Source', 'Bo'), at('q', 'Content', 'no'), frame('f', 'said')]
  const { links, away } = mapped(all, roles('f', 'Content2=q', 'Source=s', 'Source=t'))
  expect(links.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['f', 'q', { annotation: 's' }],
    ['f.2', 'q', { annotation: 't' }],
  ])
  expect(away).toEqual([])
})

test('what a link can’t say is told of each frame, and what is told nowhere else stays marked', () => {
  const all = [
    at('s', 'Source', 'Ada'),
    at('c', 'Cue', 'said…claimed'),
    at('d', 'Cue', 'claimed'),
    at('q', 'Content', 'no'),
    at('x', 'Topic', 'rains'),
    frame('f', 'said', { note: 'Sure?', entity: 'e1' }),
  ]
  const { tags, links, away } = mapped(all, roles('f', 'Content=q', 'Cue=c', 'Cue=d', 'Source=s', 'Topic=x'))
  expect(words(links[0]!.cue)).toBe('said')
  expect(tags).toEqual({ s: 'actor', c: 'Cue', d: 'Cue', q: 'claim', x: 'Topic' })
  expect(away).toEqual([
    'annotation | f | role-left | Topic: rains',
    'annotation | f | note-left | Sure?',
    'annotation | f | entity-left | e1',
    'annotation | f | several-cues | claimed',
    'annotation | f | cue-in-parts | said … claimed',
  ])
})

test('without a source the map says what it is; without a content nothing can be said', () => {
  const all = [at('q', 'Content', 'no'), at('c', 'Cue', 'said'), frame('f', 'said', { attributes: { sure: true } })]
  const nowhere = mapped(all, roles('f', 'Content=q', 'Cue=c'))
  expect(nowhere.annotations.find(({ id }) => id === 'q')!.attributes).toEqual({ source: 'unknown' })
  expect([nowhere.links, nowhere.away]).toEqual([[], ['annotation | f | answer-left | sure: true']])
  expect(nowhere.tags['c']).toBe('Cue')

  const without = (rule: TagMap['frames'][number]['without']) =>
    mapped(all, roles('f', 'Content=q', 'Cue=c'), {
      ...attributions,
      frames: [{ ...attributions.frames[0]!, without: rule }],
    })
  expect(without({ to: 'author' }).links).toMatchObject([{ from: 'q', to: { author: true } }])
  expect(without({ to: 'author' }).tags['c']).toBe(undefined)
  expect(without({ to: { entity: 'e9' } }).links).toMatchObject([{ to: { entity: 'e9' } }])
  expect(without(null).away).toContain('annotation | f | no-to | said')

  const contentless = mapped([at('s', 'Source', 'Ada'), frame('f', 'said')], roles('f', 'Source=s'))
  expect(contentless.away).toEqual(['annotation | f | no-from | said'])
})

test('a frame within a frame, and links to a frame, lose their end and are told', () => {
  const all = [at('q', 'Content', 'no'), at('s', 'Source', 'Ada'), frame('f', 'said'), frame('g', 'claimed')]
  const about: DatasetLink = { id: 'l', type: 'about', from: 'q', to: { annotation: 'f' }, attributes: {} }
  const links = [...roles('f', 'Content=q', 'Source=s'), ...roles('g', 'Content=f', 'Source=s'), about]
  const { away, links: left } = mapped(all, links)
  expect(left.map(({ id }) => id)).toEqual(['f'])
  expect(away).toEqual([
    'annotation | g | end-dropped | Content: said',
    'annotation | g | no-from | claimed',
    'link | l | end-dropped | about',
  ])
})

test('tags, attributes, values and links change their names; what is dropped is told with all that hangs on it', () => {
  const map: TagMap = {
    tags: { GPE: { to: 'actor', attributes: { kind: 'place' } }, Noise: { drop: true } },
    attributes: { Mention: { to: 'mention', values: { Nom: 'nominal', 3: 'three' } }, Old: { drop: true } },
    links: { Located: { to: 'contains', turned: true }, Gone: { drop: true } },
    frames: [],
  }
  const all = [
    at('g', 'GPE', 'Bo', { attributes: { Mention: 'Nom', Old: 'x', other: 'y' } }),
    at('h', 'constructor', 'Ada', { attributes: { Mention: ['Nom', 'Nam'], mention: 'both', constructor: 'x' } }),
    at('n', 'Noise', 'rains', { attributes: { Mention: 3 } }),
  ]
  const link = (id: string, type: string, from: string, annotation: string): DatasetLink => ({
    ...{ id, type, from, to: { annotation }, attributes: { Mention: 3 } },
  })
  const { annotations, links, away } = mapped(
    all,
    [link('1', 'Located', 'h', 'g'), link('2', 'Gone', 'h', 'g'), link('3', 'Other', 'h', 'n')],
    map,
  )
  expect(annotations.map(({ tag, attributes }) => [tag, attributes])).toEqual([
    ['constructor', { mention: ['nominal', 'Nam'], constructor: 'x' }],
    ['actor', { kind: 'place', mention: 'nominal', other: 'y' }],
  ])
  expect(links).toEqual([{ ...link('1', 'contains', 'g', 'h'), attributes: { mention: 'three' } }])
  expect(away).toEqual([
    'annotation | g | dropped | Old: x',
    'annotation | h | answer-left | mention: both',
    'annotation | n | dropped | rains',
    'link | 2 | dropped | Gone',
    'link | 3 | end-dropped | Other',
  ])
})

test('an empty map changes nothing', () => {
  const all = [at('q', 'Content', 'no'), frame('f', 'said')]
  const links = roles('f', 'Content=q')
  expect(mapped(all, links, emptyMap)).toMatchObject({ links, away: [] })
})

test('a map is read as it was written, and a slip in it is told by its place', () => {
  const bytes = (map: unknown) => new TextEncoder().encode(typeof map === 'string' ? map : JSON.stringify(map))
  expect(readMapFile(bytes(writeMapFile(attributions)))).toEqual(attributions)
  expect(readMapFile(bytes({ format: 'stet-map', formatVersion: 1 }))).toEqual(emptyMap)
  const head = { format: 'stet-map', formatVersion: 1 }
  const rule = { frame: 'F', link: 'l', from: 'a', to: 'b' }
  for (const [map, detail] of [
    ['{', 'no map'],
    [{ ...head, formatVersion: 2 }, 'formatVersion'],
    [{ ...head, tag: {} }, 'tag'],
    [{ ...head, tags: { A: { too: 'b' } } }, 'tags.A'],
    [{ ...head, frames: [{ ...rule, from: 3 }] }, 'frames.0.from'],
    [{ ...head, frames: [rule, rule] }, 'two rules'],
  ] as const)
    expect(() => readMapFile(bytes(map)), detail).toThrow(detail)
})

test('what is called as something of the codebook is proposed to be that', () => {
  const finding = new Finding()
  finding.add({
    layers: [
      {
        annotator: 'ada',
        annotations: [
          at('a', 'ACTOR', 'Ada', { attributes: { Mention: 'Nominal', other: 'x' } }),
          at('b', 'Person', 'Bo', { attributes: { mention: 'name' } }),
          frame('f', 'said'),
          at('c', 'claim', 'no', { attributes: { Polarity: ['Supports', 'mixed'] } }),
        ],
        links: [
          { id: 'l', type: 'Said by', from: 'c', to: { annotation: 'a' }, attributes: { Explicitness: 'explicit' } },
          ...roles('f', 'Source=a', 'Content=c', 'Content=c'),
        ],
      },
    ],
  })
  expect([...finding.frames].map(([tag, roles]) => [tag, Object.fromEntries(roles)])).toEqual([
    ['Attribution', { Source: 1, Content: 2 }],
  ])
  expect(proposeMap(finding, defaultCodebook)).toEqual({
    tags: { ACTOR: { to: 'actor' } },
    attributes: {
      Mention: { to: 'mention', values: { Nominal: 'nominal' } },
      Polarity: { to: 'polarity', values: { Supports: 'supports' } },
      Explicitness: { to: 'explicitness' },
    },
    links: { 'Said by': { to: 'attributed-to' } },
    frames: [],
  })
})
