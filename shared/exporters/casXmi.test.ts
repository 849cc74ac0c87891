import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { saying } from '../dataset/compare.ts'
import type { DatasetArticle } from '../dataset/dataset.ts'
import { wordsOf } from '../dataset/dataset.ts'
import type { Part, ReadArticle } from '../dataset/format.ts'
import { schemaOfTypes } from './cas/schemaOfTypes.laws.ts'
import { casXmi } from './casXmi.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'
import { trapArticles, trapHead } from './traps.laws.ts'
import { webannoTsv } from './webannoTsv.ts'

const samples = '../shared/samples/annotation'
const hasSamples = existsSync(samples)
if (!hasSamples) console.warn(`${samples} isn’t there: the files of others are not read.`)

const text = '\tA & “B”\r\n💩 said <so>.\u0085'
const article: DatasetArticle = {
  path: 'a b.txt',
  text,
  metadata: {},
  zones: [],
  layers: [
    {
      annotator: 'ada',
      annotations: [
        { id: 'a', tag: 'actor', spans: [{ start: 1, end: 2 }], attributes: { kind: ['x\n', 'y'] } },
        {
          id: 'c',
          tag: 'claim',
          spans: [{ start: 10, end: 12 }],
          attributes: { kind: 'z', sure: 0.5 },
          cameAs: 'frame',
        },
      ],
      links: [
        { id: 'l', type: 'source', from: 'c', to: { annotation: 'a' }, attributes: {}, cameAs: 'role' },
        { id: 'm', type: 'about', from: 'a', to: { author: true }, attributes: {}, cue: { start: 13, end: 17 } },
      ],
    },
  ],
}

test('out and in again is the same', () => holdsRoundTrip(casXmi))

test('white space, signs and characters beyond the first plane stand as references and in UTF-16', () => {
  const [xmi, types] = written(casXmi, [article])
  expect([xmi!.file, types!.file]).toEqual(['annotation/a b.txt/ada.xmi', 'TypeSystem.xml'])
  expect(xmi!.data).toContain('sofaString="&#9;A &amp; “B”&#13;&#10;💩 said &lt;so&gt;.\u0085"')
  expect(xmi!.data).toMatch(/:StetAnnotation xmi:id="\d+" sofa="1" begin="10" end="12" roles="\d+"/)
  expect(xmi!.data).toContain('<kind>x&#10;</kind><kind>y</kind>')
  expect(types!.data).toContain('<name>kind__stetText</name>')
})

test('chains of others are theirs again, with the heads that INCEpTION finds them by', () => {
  const tag = 'x.CorefLink'
  const annotations = [0, 2, 4].map((start, i) => ({
    ...{ id: `n${i}`, tag, spans: [{ start, end: start + 1 }], attributes: { referenceType: 'name' } },
  }))
  const links = [0, 1].map(i => ({
    ...{ id: `l${i}`, type: 'next', from: `n${i}`, to: { annotation: `n${i + 1}` }, attributes: {} },
  }))
  const chain = { ...article, text: 'A B C', layers: [{ annotator: 'ada', annotations, links }] }
  const [xmi, types] = written(casXmi, [chain])
  const [, first] = /:CorefLink xmi:id="(\d+)" sofa="1" begin="0" end="1" next="\d+"/.exec(xmi!.data as string)!
  const [, head] = new RegExp(`:CorefChain xmi:id="(\\d+)" sofa="1" first="${first}"`).exec(xmi!.data as string)!
  expect(xmi!.data).toMatch(new RegExp(`members="[^"]* ${head}"`))
  expect(types!.data).toContain('<name>x.CorefChain</name>')
  expect(types!.data).toMatch(/<name>next<\/name><description\/><rangeTypeName>x\.CorefLink</)
  expect(written(webannoTsv, [chain])[0]!.data).toContain('#T_CH=x.CorefLink|referenceRelation|referenceType')
})

/** What libxml2 has against some XMI, by the schema that their type system implies. */
async function errorsIn(files: readonly string[], typeSystem: string): Promise<readonly string[]> {
  const [main, ...preload] = schemaOfTypes(typeSystem)
  const xml = files.map((contents, i) => ({ fileName: `${i}.xmi`, contents }))
  const { errors } = await validateXML({ xml, schema: [main!], preload })
  return errors.map(({ message, loc }) => `${loc?.fileName}: ${message}`)
}

test('a validator by others finds each file to be what the type system beside it declares, with every reference led somewhere', async () => {
  const parts = written(casXmi, trapArticles.slice(0, 2), {}, trapHead)
  const types = parts.find(({ file }) => file === 'TypeSystem.xml')!.data as string
  const files = parts.filter(({ file }) => file.endsWith('.xmi')).map(({ data }) => data as string)
  expect(await errorsIn(files, types)).toEqual([])
  const wrong = [
    [/ tag="/, ' tags="', /^0.*'tags' is not allowed/m],
    [/ Governor="\d+"/, ' Governor="987654"', /^1.*key-sequence \['987654'\]/m],
    [/ begin="\d+"/, ' begin="two"', /^2.*'two' is not a valid value/m],
    [/:Token /, ':Tocken ', /^3.*No matching global element/m],
  ] as const
  const found = await errorsIn(
    wrong.map(([from, to]) => files[0]!.replace(from, to)),
    types,
  )
  for (const [, , why] of wrong) expect(found.join('\n')).toMatch(why)
})

const python = havePython()
if (!python) console.warn('python3 isn’t there: no other parser reads the XML.')

test.skipIf(!python)('another parser finds it well-formed, and the same text in it', () => {
  const code =
    'import sys, xml.etree.ElementTree as e; r = e.fromstring(sys.stdin.buffer.read()); print(ascii([s.get("sofaString") for s in r if "sofaString" in s.keys()]))'
  const [xmi, types] = written(casXmi, [article])
  const read = (data: unknown) =>
    execFileSync('python3', ['-c', code], { input: data as string, encoding: 'utf8' }).trim()
  expect(read(xmi!.data)).toBe(String.raw`['\tA & \u201cB\u201d\r\n\U0001f4a9 said <so>.\x85']`)
  expect(read(types!.data)).toBe('[]')
})

test('what can’t be taken is named, with its line where it has one, and the rest is read', async () => {
  const head =
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:x="http:///x.ecore">'
  const files: Part[] = [
    {
      file: 'a.xmi',
      data: [
        head,
        '<x:Span xmi:id="2" sofa="1" begin="0" end="3" value="PER"/>',
        '<x:Span xmi:id="3" sofa="1" begin="0" end="99"/>',
        '<x:Span xmi:id="4" sofa="1" begin="1" end="1"/>',
        '<x:Rel xmi:id="5" sofa="1" begin="0" end="3" Governor="2" Dependent="3"/>',
        '<x:Span xmi:id="6" sofa="1" begin="4" end="8"/>',
        '<x:Other xmi:id="7" what="it says"/>',
        '<x:Span xmi:id="8" sofa="9" begin="0" end="1"/>',
        '<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="Ada said."/><cas:Sofa xmi:id="9" sofaID="Other" sofaString="x"/>',
        '<cas:View sofa="1" members="2 3 4 5"/>',
        '</xmi:XMI>',
      ].join('\n'),
    },
    { file: 'b.xmi', data: `${head}<cas:Sofa xmi:id="1" sofaURI="x:y"/></xmi:XMI>` },
    { file: 'c.xmi', data: `${head}\n<oops` },
    {
      file: 'TypeSystem.xml',
      data: '<typeSystemDescription><types><typeDescription><name>x.Span</name></typeDescription></types></typeSystemDescription>',
    },
    { file: 'typesystem-2.xml', data: '<a>' },
  ]
  const { articles, untaken } = await readBack(casXmi, files)
  expect(articles).toHaveLength(1)
  expect(articles[0]!.layers[0]!.annotations).toMatchObject([{ tag: 'x.Span', attributes: { value: 'PER' } }])
  expect(untaken.map(({ file, line, why, what }) => [file, line, why, what])).toEqual([
    ['typesystem-2.xml', null, 'malformed', 'a'],
    ['a.xmi', null, 'no-annotation', 'Span × 2'],
    ['a.xmi', null, 'no-annotation', 'Other × 1'],
    ['a.xmi', 3, 'outside-text', 'Span 0–99'],
    ['a.xmi', 4, 'no-words', 'Span 1–1'],
    ['a.xmi', 5, 'end-missing', 'Rel'],
    ['b.xmi', null, 'no-text', 'b.txt'],
    ['c.xmi', null, 'malformed', '<oops'],
  ])
  const { articles: found } = await readBack(casXmi, files, name => (name === 'b.txt' ? 'Its text.' : null))
  expect(found.map(({ text }) => text)).toEqual(['Ada said.', 'Its text.'])
})

function sampleParts(folder: string, file: (name: string) => boolean): Part[] {
  return readdirSync(join(samples, folder), { recursive: true, encoding: 'utf8' })
    .filter(file)
    .map(name => ({ file: name, data: new Uint8Array(readFileSync(join(samples, folder, name))) }))
}

test.skipIf(!hasSamples)('the CAS beside a TSV says the same', async () => {
  const types = sampleParts('webanno-tsv', name => name.endsWith('typesystem.xml'))
  let compared = 0
  for (const part of sampleParts('webanno-tsv', name => name.endsWith('.xmi'))) {
    const { articles, untaken } = await readBack(casXmi, [part, ...types])
    const tsv = sampleParts('webanno-tsv', name => name === part.file.replace('.xmi', '.tsv'))
    const { articles: other } = await readBack(webannoTsv, tsv)
    expect(
      untaken.filter(({ why }) => why !== 'no-words'),
      part.file,
    ).toEqual([])
    expect(articles[0]!.text, part.file).toBe(other[0]!.text)
    expect(told(articles[0]!), part.file).toEqual(told(other[0]!))
    compared++
  }
  expect(compared).toBeGreaterThan(15)
})

/** Words, values and links of an article, whatever its types are called: a TSV and the CAS beside it call some otherwise. */
function told({ text, layers }: ReadArticle) {
  const { annotations, links } = layers[0]!
  const wordsBy = new Map(annotations.map(({ id, spans }) => [id, wordsOf(text, spans)]))
  const isPlain = (tag: string) => !/\.(Token|Lemma|Stem|MorphologicalFeatures|POS)$/.test(tag)
  return {
    annotations: annotations
      .filter(({ tag }) => isPlain(tag))
      .map(({ spans, attributes }) => `${wordsOf(text, spans)} ${attributes['value'] ?? ''}`)
      .sort(),
    links: links
      .map(({ from, to, cameAs, type, attributes }) => {
        const end = 'annotation' in to ? wordsBy.get(to.annotation) : ''
        return `${wordsBy.get(from)} → ${end} ${cameAs ?? ''} ${cameAs ? type : ''} ${attributes['value'] ?? ''}`
      })
      .sort(),
  }
}

test.skipIf(!hasSamples)('files of others are read, and what they say goes out and comes in again', async () => {
  const types = sampleParts('uima/typesystems', name => /with_inheritance|with_collections|small/.test(name)).map(
    ({ data }, i) => ({ file: `typesystem${i}.xml`, data }),
  )
  const expected = JSON.parse(readFileSync(join(samples, '../expected/annotation-uima.json'), 'utf8'))
  for (const part of sampleParts('uima/xmi', () => true)) {
    const { articles, untaken } = await readBack(casXmi, [part, ...types])
    const meant: { type: string; utf16: [number, number] }[] = expected[part.file].first_annotations
    const wanted = meant.filter(
      ({ type, utf16: [start, end] }) => start < end && !/DocumentAnnotation|\.Token$|\.Sentence$/.test(type),
    )
    const said = articles[0]!.layers[0]!.annotations.map(
      ({ tag, spans: [span] }) => `${tag} ${span!.start} ${span!.end}`,
    )
    for (const { type, utf16 } of wanted) expect(said, part.file).toContain(`${type} ${utf16.join(' ')}`)
    const empty = untaken.filter(({ why }) => why === 'no-words').length
    expect(empty, part.file).toBe(part.file.includes('collections') ? 3 : 0)
    const again = await readBack(casXmi, written(casXmi, articles))
    const say = (one: DatasetArticle) => saying(one, casXmi.says, false)
    expect(again.articles.map(say), part.file).toEqual(articles.map(one => say({ ...one, metadata: {} })))
    expect(again.untaken, part.file).toEqual([])
  }
})

test.skipIf(!hasSamples)('arguments of a predicate are roles of a frame, types come from types', async () => {
  const { articles } = await readBack(
    casXmi,
    sampleParts('uima/xmi', name => name.includes('references')),
  )
  const { annotations, links } = articles[0]!.layers[0]!
  expect(annotations.find(({ cameAs }) => cameAs === 'frame')).toMatchObject({
    attributes: { category: 'FooCategory' },
  })
  expect(
    links
      .filter(({ cameAs }) => cameAs === 'role')
      .map(({ type }) => type)
      .sort(),
  ).toEqual(['Bar', 'Baz'])
})

function havePython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
