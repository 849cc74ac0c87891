import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anyHead } from '../dataset/drawnDataset.laws.ts'
import { fitTo } from '../dataset/fit.ts'
import { hypothesis } from './hypothesis.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'
import { trapArticles, trapHead } from './traps.laws.ts'
import { webAnnotation } from './webAnnotation.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
const text = '💩 Ada said no. Bo said no.'
const article = {
  path: 'a b.txt',
  text,
  metadata: {},
  zones: [],
  layers: [
    {
      annotator: 'ada',
      annotations: [
        { id: 'a', tag: 'actor', spans: [{ start: 3, end: 6 }], attributes: { mention: 'name' }, entity: 'e1' },
        {
          id: 'c',
          tag: 'claim',
          spans: [
            { start: 12, end: 14 },
            { start: 16, end: 18 },
          ],
          attributes: {},
        },
      ],
      links: [{ id: 'l', type: 'attributed-to', from: 'c', to: { annotation: 'a' }, attributes: {} }],
    },
  ],
}
const textOf = (name: string) => (name === 'a b.txt' || name === 'page.html' ? text : null)

test('out and in again is the same', () => holdsRoundTrip(webAnnotation))

test('what others read: quote and position in code points, parts as a composite, links between targets', () => {
  const [part] = written(webAnnotation, [article])
  const { first } = JSON.parse(part!.data as string)
  const [actor, claim, link] = first.items
  expect(part!.file).toBe('a b.txt.jsonld')
  expect(actor.body[0]).toEqual({ type: 'TextualBody', purpose: 'tagging', value: 'actor' })
  expect(actor.target).toEqual({
    type: 'SpecificResource',
    source: 'a%20b.txt',
    selector: [
      { type: 'TextQuoteSelector', exact: 'Ada', prefix: '💩 ', suffix: text.slice(6, 27) },
      { type: 'TextPositionSelector', start: 2, end: 5 },
    ],
  })
  expect([claim.target.type, claim.target.items.length]).toEqual(['Composite', 2])
  expect(link).toMatchObject({ motivation: 'linking', target: [{ id: claim.id }, { id: actor.id }] })
  expect(actor.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
})

/** What the standard's context says of the terms that are used, for want of a network. */
const terms = {
  ...{ oa: 'http://www.w3.org/ns/oa#', as: 'http://www.w3.org/ns/activitystreams#' },
  ...{ id: { '@type': '@id', '@id': '@id' }, type: { '@type': '@id', '@id': '@type' } },
  ...Object.fromEntries(
    ['Annotation', 'TextualBody', 'SpecificResource', 'TextQuoteSelector', 'TextPositionSelector'].map(name => [
      name,
      `oa:${name}`,
    ]),
  ),
  ...Object.fromEntries(
    ['classifying', 'commenting', 'describing', 'highlighting', 'identifying', 'linking', 'tagging'].map(name => [
      name,
      `oa:${name}`,
    ]),
  ),
  ...{ AnnotationCollection: 'as:OrderedCollection', AnnotationPage: 'as:OrderedCollectionPage' },
  Person: 'http://xmlns.com/foaf/0.1/Person',
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  target: { '@type': '@id', '@id': 'oa:hasTarget' },
  source: { '@type': '@id', '@id': 'oa:hasSource' },
  selector: { '@type': '@id', '@id': 'oa:hasSelector' },
  items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
  first: { '@type': '@id', '@id': 'as:first' },
  motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
  purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
  ...{ value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value', exact: 'oa:exact', start: 'oa:start', end: 'oa:end' },
}

type Node = { readonly [key: string]: readonly Node[] } & { readonly '@id': string; readonly '@value': string }

test('a JSON-LD processor by others finds every annotation at its words, with its tag and note, and every link with its direction', async () => {
  const jsonld = createRequire(import.meta.url)('jsonld')
  const documentLoader = async (url: string) => {
    expect(url).toBe(context)
    return { document: { '@context': terms } }
  }
  const OA = 'http://www.w3.org/ns/oa#'
  const LIST = 'http://www.w3.org/ns/activitystreams#items'
  for (const [i, { data }] of written(webAnnotation, trapArticles, {}, trapHead).entries()) {
    const { path, text, layers } = fitTo(trapArticles[i]!, webAnnotation.says).article
    const base = `file:///ws/${path.split('/').map(encodeURIComponent).join('/')}.jsonld`
    const flat: (Node & { readonly '@type'?: string[] })[] = await jsonld.flatten(JSON.parse(data as string), null, {
      ...{ documentLoader, base },
    })
    const byId = new Map(flat.map(node => [node['@id'], node]))
    const each = (node: Node | undefined, key: string) => (node?.[key] ?? []).map(one => byId.get(one['@id']) ?? one)
    const value = (node: Node | undefined, key: string) => node?.[key]?.[0]?.['@value']
    const words = (node: Node) => value(node, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value')
    const bodies = (node: Node, purpose: string) =>
      each(node, `${OA}hasBody`)
        .filter(body => body[`${OA}hasPurpose`]?.[0]?.['@id'] === OA + purpose)
        .map(words)
    const ofKind = (motivation: string) =>
      flat.filter(node => node[`${OA}motivatedBy`]?.some(one => one['@id'] === OA + motivation))
    const codePoints = [...text]
    const quotes = (node: Node) =>
      each(node, `${OA}hasTarget`)
        .flatMap(target => (target[LIST]?.[0] as unknown as { '@list': Node[] } | undefined)?.['@list'] ?? [target])
        .map(part => byId.get(part['@id'])!)
        .map(part => {
          expect(decodeURIComponent(part[`${OA}hasSource`]![0]!['@id'])).toBe(`file:///ws/${path}`)
          const [quote, position] = ['exact', 'start'].map(
            key => each(part, `${OA}hasSelector`).find(one => one[OA + key])!,
          )
          const [start, end] = [value(position, `${OA}start`), value(position, `${OA}end`)]
          const exact = value(quote, `${OA}exact`)
          expect(codePoints.slice(Number(start), Number(end)).join('')).toBe(exact)
          return [exact, Number(start)]
        })
    const place = (start: number) => [...text.slice(0, start)].length
    expect(
      ofKind('classifying')
        .map(node => [quotes(node), bodies(node, 'tagging'), bodies(node, 'commenting')])
        .sort(),
    ).toEqual(
      layers
        .flatMap(({ annotations }) => annotations)
        .map(({ spans, tag, note }) => [
          spans.map(({ start, end }) => [text.slice(start, end), place(start)]),
          ...[[tag], note === undefined ? [] : [note]],
        ])
        .sort(),
    )
    const own = (node: Node | undefined) => value(node, 'urn:stet:id')
    expect(
      ofKind('linking')
        .map(node => [own(node), own(each(node, 'urn:stet:from')[0])])
        .sort(),
    ).toEqual(layers.flatMap(({ links }) => links.map(({ id, from }) => [id, from])).sort())
    const types = flat.flatMap(node => node['@type'] ?? [])
    expect(types.filter(type => !/^http:\/\//.test(type))).toEqual([])
  }
})

test('an entity that the world knows by an address has it, and texts may be left out', async () => {
  const head = { ...anyHead, entities: [{ ...anyHead.entities[0]!, externalIds: { wikidata: 'Q42' } }] }
  const parts = written(webAnnotation, [article], { withText: false }, head)
  expect(parts[0]!.data).toContain('http://www.wikidata.org/entity/Q42')
  expect(parts[0]!.data).not.toContain('"text"')
  const { articles } = await readBack(webAnnotation, parts, textOf)
  expect(articles[0]).toMatchObject({
    ...article,
    entities: [{ id: 'e1', name: 'Name of e1', kind: 'person', externalIds: { wikidata: 'Q42' } }],
  })
})

const selector = (start: number, end: number, exact?: string) => [
  { type: 'TextPositionSelector', start, end },
  ...(exact === undefined ? [] : [{ type: 'TextQuoteSelector', exact }]),
]
const one = (more: object) => ({
  '@context': context,
  id: '#x',
  type: 'Annotation',
  target: 'http://a.example/',
  ...more,
})
const reading = async (values: object[]) =>
  readBack(webAnnotation, [{ file: 'page.html.json', data: JSON.stringify(values) }], textOf)

test('those of others: UTF-16 is seen by the quotes, words alone are found where they stand once', async () => {
  const { articles, untaken } = await reading([
    one({ target: { selector: selector(3, 6, 'Ada') }, body: { type: 'TextualBody', value: 'hm' } }),
    one({ id: '#y', target: { selector: selector(4, 7, 'Bo') } }),
    one({ id: '#z', target: { selector: selector(0, 3, 'said') } }),
    one({
      id: '#l',
      motivation: 'linking',
      target: [{ id: '#x' }, { id: '#y' }],
      body: { type: 'TextualBody', value: 'knows', purpose: 'tagging' },
    }),
    one({ id: '#m', motivation: 'linking', target: [{ id: '#x' }, { id: '#gone' }] }),
  ])
  expect(articles[0]).toMatchObject({
    path: 'page.html',
    layers: [
      {
        annotator: 'nobody',
        annotations: [
          { id: 'x', tag: 'commenting', note: 'hm', spans: [{ start: 3, end: 6 }] },
          { id: 'y', tag: 'highlighting', spans: [{ start: 16, end: 18 }] },
        ],
        links: [{ type: 'knows', from: 'x', to: { annotation: 'y' } }],
      },
    ],
  })
  expect(untaken.map(({ what, why }) => [what, why])).toEqual([
    ['z', 'other-words'],
    ['m', 'end-missing'],
  ])
})

test.each<[string, object]>([
  ['@context', { '@context': 'http://a.example/other.json' }],
  ['type', { type: 'Squirrel' }],
  ['id', { id: ['#a', '#b'] }],
  ['via', { via: 'not an address' }],
  ['created', { created: 'yesterday' }],
  ['modified', { modified: ['2031-01-28T12:00:00Z', '2031-01-28T12:00:01Z'] }],
  ['creator', { creator: 6 }],
  ['bodyValue', { bodyValue: ['a', 'b'] }],
  ['body, bodyValue', { bodyValue: 'a', body: { type: 'TextualBody', value: 'a' } }],
  ['body', { body: 9 }],
  ['body.value', { body: { type: 'TextualBody' } }],
  ['body.id', { body: { id: 'no address' } }],
  ['body.type', { body: { type: ['Choice', 'List'], items: [] } }],
  ['body.language', { body: { id: 'http://a.example/', language: 3 } }],
  ['body.textDirection', { body: { id: 'http://a.example/', textDirection: ['ltr', 'rtl'] } }],
  ['target', { target: [] }],
  ['target.source', { target: { type: 'SpecificResource' } }],
  ['target.selector.value', { target: { selector: { type: 'FragmentSelector', value: ['a', 'b'] } } }],
  ['target.selector.start, end', { target: { selector: { type: 'TextPositionSelector', start: -1, end: 2 } } }],
])('what isn’t as the standard demands is told by the key: %s', async (key, more) => {
  const { untaken } = await reading([one(more), one({ target: { selector: selector(2, 5, 'Ada') } })])
  expect(untaken.map(({ why, detail }) => [why, detail])).toEqual([['malformed', key]])
})

test('what isn’t of a text is told as no annotation of one, and a page elsewhere isn’t fetched', async () => {
  const collection = { '@context': context, type: 'AnnotationCollection', first: 'http://a.example/1' }
  const { untaken } = await reading([one({}), collection])
  expect(untaken.map(({ what, why, detail }) => [what, why, detail])).toEqual([
    ['http://a.example/1', 'no-annotation', 'first'],
    ['#x', 'no-annotation', 'target'],
  ])
})

test('rows of Hypothesis: a reply stands at the words of what it answers, by whoever wrote it', async () => {
  const rows = [
    {
      id: 'p',
      uri: 'http://a.example/page.html?x=1',
      user: 'acct:ada@a.example',
      text: 'sure?',
      tags: ['claim', 'loud'],
      target: [{ selector: selector(3, 6, 'Ada') }],
    },
    { id: 'q', user: 'acct:bo@a.example', text: 'yes', references: ['p'] },
    { id: 'r', user: 'acct:bo@a.example', text: 'a page note', target: [{ source: 'http://a.example/' }] },
    { id: 's', references: ['gone'] },
  ]
  const { articles, untaken } = await readBack(hypothesis, [{ file: '', data: JSON.stringify({ rows }) }], textOf)
  expect(articles[0]!.layers).toMatchObject([
    { annotator: 'ada', annotations: [{ id: 'p', tag: 'claim', attributes: { tags: ['loud'] }, note: 'sure?' }] },
    {
      annotator: 'bo',
      annotations: [
        { id: 'q', tag: 'reply', note: 'yes', attributes: { 'in-reply-to': 'p' }, spans: [{ start: 3, end: 6 }] },
      ],
    },
  ])
  expect(untaken.map(({ what, why }) => [what, why])).toEqual([
    ['r', 'no-annotation'],
    ['s', 'end-missing'],
  ])
})

const samples = join('..', 'shared', 'samples', 'annotation')
describe.skipIf(!existsSync(join(samples, 'w3c')))('samples of others (skipped where they aren’t)', () => {
  const named = (folder: string) => readdirSync(join(samples, 'w3c', folder)).map(name => join('w3c', folder, name))
  const sample = (name: string, texts: (name: string) => string | null = () => null) =>
    readBack(
      name.startsWith('hypothesis') ? hypothesis : webAnnotation,
      [{ file: name, data: readFileSync(join(samples, name)) }],
      texts,
    )

  test.each(existsSync(samples) ? named('correct') : [])('%s is accepted', async name => {
    const { untaken } = await sample(name)
    expect(untaken.filter(({ why }) => why === 'malformed')).toEqual([])
  })

  test.each(existsSync(samples) ? named('incorrect') : [])('%s is reported', async name => {
    const { articles, untaken } = await sample(name)
    expect([articles.length, untaken.map(({ why }) => why)]).toEqual([0, ['malformed']])
  })

  test('RecogitoJS: annotations and the relation between them', async () => {
    // The page isn't among the samples: a text with the words in their places stands for it.
    const words: [number, string][] = [
      [124, 'Troy'],
      [646, 'death in battle'],
      [963, 'Ithaca'],
    ]
    const text = words.reduce((said, [at, quote]) => said.padEnd(at) + quote, '').padEnd(1000)
    const { articles, untaken } = await sample('w3c/inception-recogito-annotations.w3c.json', () => text)
    expect(untaken).toEqual([])
    expect(
      articles[0]!.layers[0]!.annotations.map(({ tag, note, spans }) => [
        tag,
        note,
        text.slice(spans[0]!.start, spans[0]!.end),
      ]),
    ).toEqual([
      ['A Tag', 'This is a comment', 'Troy'],
      ['commenting', 'Another comment', 'death in battle'],
      ['commenting', 'Comment...', 'Ithaca'],
    ])
    expect(articles[0]!.layers[0]!.links.map(({ type }) => type)).toEqual(['isRelatedTo'])
  })

  test('Hypothesis: the row stands where it says', async () => {
    const { articles } = await sample('hypothesis/minimal.json', name =>
      name.endsWith('minimal.txt') ? 'One Two Three\n' : null,
    )
    expect(articles[0]!.layers[0]!.annotations[0]!.spans).toEqual([{ start: 4, end: 7 }])
  })
})
