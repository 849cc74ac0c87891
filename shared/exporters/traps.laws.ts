import type { Span } from '../annotation/span.ts'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import {
  byPlace,
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetHead,
  type DatasetLink,
} from '../dataset/dataset.ts'

/** Test ground: articles full of what has tripped up writers and readers: names, ids, line ends and values that mean something to some format. */

const text = [
  '\u000cThe \u{1F6A2} ferry “won’t sail”, said Ada\u00a0Novak.\r\n\r\n',
  '[1] =SUM(A1) | a_b ; c -> d \\n * # 100 %\r',
  'שלום עולם, said Bo.\u2028Next\u0085line\u000bdown\tTab.\n\n\n',
  '-DOCSTART- O B-claim <b>&amp;</b> ]]> {"a": 1}\n',
  'e\u0301 👩‍🚒 last',
].join('')

const at = (...words: string[]): Span[] => {
  const spans: Span[] = []
  let from = 0
  for (const one of words) {
    const start = text.indexOf(one, from)
    if (start < 0) throw new Error(one)
    spans.push({ start, end: start + one.length })
    from = start + one.length
  }
  return spans
}

const LONG = 'Long name '.repeat(30).trim()

/** Ids as they may stand in files that others wrote. */
const strange = [
  'T1',
  '1',
  'a b',
  'x"y',
  "q'",
  '<&>',
  'ü/\\:#%',
  '__proto__',
  'constructor',
  '-1',
  '=1',
  'n;m|k',
  'i[1]',
  '_',
  '*',
  'tab\tin',
  'Ж',
  '💩',
]

const listed: DatasetAnnotation[] = [
  { id: strange[0]!, tag: 'claim', spans: at('\u{1F6A2} ferry “won’t sail”'), attributes: {} },
  { id: strange[1]!, tag: 'claim', spans: at('\u{1F6A2} ferry “won’t sail”'), attributes: {} },
  { id: strange[2]!, tag: 'actor', spans: at('Ada\u00a0Novak'), attributes: { mention: 'name' }, entity: 'e 1/ü#"<' },
  {
    id: strange[3]!,
    tag: 'claim',
    spans: at('sail”, said Ada'),
    attributes: { type: '=cmd|x', speech: '' },
    note: 'one\ntwo\ttab "quoted"\r\n=1+1',
  },
  { id: strange[4]!, tag: 'claim', spans: at('The', 'ferry', 'said'), attributes: { polarity: '_', type: '*' } },
  {
    id: strange[5]!,
    tag: 'event',
    spans: at('=SUM(A1) | a_b ; c -> d \\n * # 100 %'),
    attributes: { realis: '[1]', when: LONG },
    note: LONG,
  },
  { id: strange[6]!, tag: 'actor', spans: at('שלום עולם'), attributes: { mention: 'שם' }, note: '#' },
  { id: strange[7]!, tag: 'actor', spans: at('Bo'), attributes: { mention: ['a', 'b;c', ''] }, entity: '__proto__' },
  {
    id: strange[8]!,
    tag: 'claim',
    spans: at('-DOCSTART- O B-claim <b>&amp;</b> ]]>'),
    attributes: { type: 3, polarity: true },
  },
  { id: strange[9]!, tag: 'claim', spans: at('{"a": 1}\ne\u0301 👩‍🚒 last'), attributes: { type: -0.5, when: 1e21 } },
  {
    id: strange[10]!,
    tag: 'strange tag: "ü" <x>/B-1',
    spans: at('last'),
    attributes: { 'a b': 'x', begin: 'b', id: 'i', __proto__x: 'p', 'ü=1': 'y' },
  },
  { id: strange[11]!, tag: 'O', spans: at('Next'), attributes: { type: ' led and trailed ' } },
  { id: strange[12]!, tag: 'B-claim', spans: at('down'), attributes: { type: 'null' }, cameAs: 'frame' },
  { id: strange[13]!, tag: 'Sentence', spans: at('Tab'), attributes: { type: 'true', when: '1' } },
  {
    id: strange[14]!,
    tag: '1',
    spans: at('line'),
    attributes: { type: '1.0', when: '-', also: { json: '{"a":[1,2.50]}' } },
  },
  { id: strange[15]!, tag: LONG, spans: at('a_b'), attributes: JSON.parse('{"__proto__": "p", "toString": "t"}') },
  { id: strange[16]!, tag: 'claim', spans: at('“won’t sail”'), attributes: {} },
  { id: strange[17]!, tag: 'claim', spans: at('e\u0301'), attributes: {}, note: '_' },
]
const annotations = [...listed].sort(byPlace)

const links: DatasetLink[] = [
  { id: 'T1', type: 'attributed-to', from: 'T1', to: { annotation: 'a b' }, attributes: {}, cue: at('said')[0]! },
  { id: 'a b', type: 'attributed-to', from: '1', to: { annotation: 'a b' }, attributes: { explicitness: 'a;b|c[1]' } },
  { id: '<&>', type: 'strange type: "ü" <x>', from: 'x"y', to: { annotation: '<&>' }, attributes: {} },
  { id: '__proto__', type: 'about', from: '__proto__', to: { annotation: 'constructor' }, attributes: { 'a b': true } },
  { id: '=1', type: 'about', from: 'T1', to: { annotation: 'T1' }, attributes: {} },
  { id: '2', type: 'attributed-to', from: 'constructor', to: { author: true }, attributes: {} },
  { id: '3', type: 'attributed-to', from: '-1', to: { entity: 'e 1/ü#"<' }, attributes: {} },
  { id: '4', type: 'contradicts', from: 'T1', to: { annotation: '1' }, attributes: {} },
  { id: '5', type: 'contradicts', from: '1', to: { annotation: 'T1' }, attributes: {} },
  { id: '6', type: 'participant', from: 'n;m|k', to: { annotation: 'a b' }, attributes: {}, cameAs: 'role' },
  { id: '7', type: 'participant', from: 'n;m|k', to: { annotation: 'i[1]' }, attributes: {}, cameAs: 'role' },
  { id: '8', type: 'participant', from: 'n;m|k', to: { annotation: 'T1' }, attributes: {}, cameAs: 'role' },
]

const entities = ['e 1/ü#"<', '__proto__', 'ent'].map((id, i) => ({
  ...{ id, kind: i === 1 ? 'strange kind' : 'person', name: i === 0 ? '=Ada "N"; <b>\tx' : i === 1 ? LONG : 'Ada' },
  ...{ aliases: ['a;b', 'c|d'], roles: [{ title: 'mayor; acting' }], attributes: {}, externalIds: { wikidata: 'Q1' } },
}))

/** The head of the articles full of traps: two annotators of one name. */
export const trapHead: DatasetHead = {
  name: 'traps & "co"',
  codebook: defaultCodebook,
  entities,
  annotators: [
    { id: 'ada', name: 'Ada' },
    { id: 'bo', name: 'Ada' },
    { id: 'none', name: '' },
  ],
  splits: [],
}

const mine = { annotator: 'ada', status: 'done' as const, annotations, links }
const others = { annotator: 'bo', status: 'in-progress' as const, annotations: annotations.slice(0, 3), links: [] }
const empty = { annotator: 'none', status: 'in-progress' as const, annotations: [], links: [] }

export const trapPaths = [
  'a b/100% #1 ünï?.txt',
  '..a/..b.txt',
  'a/b.txt',
  'a_b.txt',
  'a b.txt',
  'A b.txt',
  'a b.txt.txt',
  'a b.html',
  'e\u0301.txt',
  'é.txt',
  'q\'"<&>;|[1]{x}.txt',
  'con.txt',
  '-x.txt',
  '=1.txt',
  '新聞/שלום.txt',
  `${'n'.repeat(200)}.txt`,
]

export const trapArticles: DatasetArticle[] = trapPaths.map((path, i) => ({
  path,
  text,
  metadata:
    i % 2 ? {} : { title: '=T <&> "q"', outlet: LONG, byline: 'Ada; Bo | C', published: '2031-03', language: 'en-GB' },
  zones: i % 3 ? [] : [{ start: 0, end: 10, zone: 'title' as const }],
  layers: i % 4 === 3 ? [empty] : i % 4 === 2 ? [others, empty] : [mine, others],
}))
