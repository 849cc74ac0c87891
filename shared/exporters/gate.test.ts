import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gate } from './gate.ts'
import { readBack } from './roundTrip.laws.ts'

const samples = '../shared/samples/annotation/gate'
const hasSamples = existsSync(samples)
if (!hasSamples) console.warn(`${samples} isn’t there: the files of others are not read.`)

const feature = (name: string, type: string, value: string) =>
  `<Feature><Name className="java.lang.String">${name}</Name><Value className="${type}">${value}</Value></Feature>`
const wrapped = (value: string) =>
  `<![CDATA[<?xml version='1.1'?><gate.corpora.ObjectWrapper>${value}</gate.corpora.ObjectWrapper>]]>`

test('annotations stand between nodes; sets are layers, values what Java says that they are', async () => {
  const data = `<?xml version='1.0' encoding='UTF-8'?>
<GateDocument version="3">
<GateDocumentFeatures>${feature('gate.SourceURL', 'java.lang.String', 'https://a.example/x')}</GateDocumentFeatures>
<TextWithNodes><Node id="a"/>💩 A<Node id="b"/>&amp;B<Node id="c"/> said.</TextWithNodes>
<AnnotationSet>
<Annotation Id="0" Type="Actor" StartNode="a" EndNode="b">${[
    feature('n', 'java.lang.Integer', '7'),
    feature('long', 'java.lang.Long', '12345678901234567890'),
    feature('yes', 'java.lang.Boolean', 'true'),
    feature(
      'words',
      'gate.corpora.ObjectWrapper',
      wrapped('<value class="list"><string>x</string><string>y</string></value>'),
    ),
    feature(
      'tree',
      'gate.corpora.ObjectWrapper',
      wrapped(
        '<value class="linked-hash-map"><entry><string>a</string><list><int>1</int><null/></list></entry><entry><string>b</string><list reference="../../entry[1]/list"/></entry></value>',
      ),
    ),
    feature('odd', 'gate.corpora.ObjectWrapper', '&lt;oops'),
  ].join('')}</Annotation>
<Annotation Id="1" Type="Actor" StartNode="b" EndNode="c"/>
<Annotation Id="2" Type="Empty" StartNode="b" EndNode="b"/>
<Annotation Id="3" Type="Stray" StartNode="b" EndNode="zz"/>
<Annotation Id="1" Type="Again" StartNode="b" EndNode="c"/>
</AnnotationSet>
<AnnotationSet Name="Key"><Annotation Id="9" Type="Claim" StartNode="a" EndNode="c"/></AnnotationSet>
<RelationSet>
<Relation Id="10" Type="knows" Members="0;1">${feature('how', 'java.lang.String', 'well')}</Relation>
<Relation Id="11" Type="knows" Members="0;3"/>
<Relation Id="12" Type="meet" Members="0;1;2"/>
</RelationSet>
</GateDocument>`
  const { articles, untaken } = await readBack(gate, [{ file: 'a.xml', data }])
  expect(articles).toMatchObject([
    { path: 'a.txt', text: '💩 A&B said.', metadata: { address: 'https://a.example/x' } },
  ])
  const [usual, key] = articles[0]!.layers
  expect(usual!.annotations).toEqual([
    {
      id: '0',
      tag: 'Actor',
      spans: [{ start: 0, end: 4 }],
      attributes: {
        n: 7,
        long: { json: '12345678901234567890' },
        yes: true,
        words: ['x', 'y'],
        tree: { json: '{"a":[1,null],"b":[1,null]}' },
        odd: '<oops',
      },
    },
    { id: '1', tag: 'Actor', spans: [{ start: 4, end: 6 }], attributes: {} },
  ])
  expect(usual!.links).toEqual([
    { id: '10', type: 'knows', from: '0', to: { annotation: '1' }, attributes: { how: 'well' } },
  ])
  expect(key).toMatchObject({ annotator: 'Key', annotations: [{ tag: 'Claim', spans: [{ start: 0, end: 6 }] }] })
  expect(untaken.map(({ line, why, what }) => [line, why, what])).toEqual([
    [8, 'no-words', 'Empty 2'],
    [9, 'outside-text', 'Stray 3'],
    [10, 'twice', '1'],
    [15, 'end-missing', '11'],
    [16, 'unknown-kind', 'meet 12'],
  ])
})

test('references that repeat each other make nothing large: the words stay', async () => {
  const lists = Array.from({ length: 12 }, (_, i) => {
    const inner = i === 0 ? '<int>1</int>' : `<list reference="../../list[${i}]"/>`.repeat(10)
    return `<list>${inner}</list>`
  })
  const value = wrapped(`<value class="list">${lists.join('')}</value>`)
  const document = (words: string) =>
    `<GateDocument><TextWithNodes><Node id="0"/>A<Node id="1"/></TextWithNodes><AnnotationSet><Annotation Id="0" Type="T" StartNode="0" EndNode="1">${feature('f', 'gate.corpora.ObjectWrapper', words)}</Annotation></AnnotationSet></GateDocument>`
  const { articles } = await readBack(gate, [{ file: 'a.xml', data: document(value) }])
  expect(articles[0]!.layers[0]!.annotations[0]!.attributes['f']).toContain('<list reference=')
})

test('JSON says what its offsets count; what isn’t GATE’s is told', async () => {
  const bdoc = (counts: string, end: number) =>
    JSON.stringify({
      text: '💩 Ada',
      offset_type: counts,
      annotation_sets: {
        '': { annotations: [{ id: 0, type: 'Actor', start: end - 3, end, features: { a: [1] } }, 'odd'] },
      },
    })
  const { articles, untaken } = await readBack(gate, [
    { file: 'j.bdocjs', data: bdoc('j', 6) },
    { file: 'p.bdocjs', data: bdoc('p', 5) },
    { file: 'q.json', data: '{"text": 1, "annotation_sets": {}}' },
    { file: 'r.json', data: '{' },
    { file: 's.xml', data: '<html/>' },
  ])
  for (const { layers } of articles)
    expect(layers[0]!.annotations).toMatchObject([
      { spans: [{ start: 3, end: 6 }], attributes: { a: { json: '[1]' } } },
    ])
  expect(articles).toHaveLength(2)
  expect(untaken.map(({ file, why }) => [file, why])).toEqual([
    ['j.bdocjs', 'malformed'],
    ['p.bdocjs', 'malformed'],
    ['q.json', 'no-text'],
    ['r.json', 'malformed'],
    ['s.xml', 'unknown-kind'],
  ])
})

test.skipIf(!hasSamples)(
  'one document in XML and in JSON is the same, and every annotation with words is read',
  async () => {
    const expected = JSON.parse(readFileSync(join(samples, '../../expected/annotation-other.json'), 'utf8'))
    const read = new Map<string, Awaited<ReturnType<typeof readBack>>>()
    for (const file of readdirSync(samples)) {
      const result = await readBack(gate, [{ file, data: new Uint8Array(readFileSync(join(samples, file))) }])
      read.set(file, result)
      const { sets } = expected[`gate/${file}`]
      const empty = result.untaken.filter(({ why }) => why === 'no-words').length
      const counts = result.articles[0]!.layers.map(({ annotations }) => annotations.length)
      const all = Object.values<number>(sets).reduce((sum, count) => sum + count, 0)
      expect(counts.reduce((sum, count) => sum + count, 0) + empty, file).toBe(all)
    }
    const [xml, json] = ['testdoc1.xml', 'testdoc1.bdocjs'].map(name => read.get(name)!.articles[0]!)
    expect(json!.text).toBe(xml!.text)
    expect(json!.layers).toEqual(xml!.layers)
  },
)
