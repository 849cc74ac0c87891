import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { fitTo } from '../dataset/fit.ts'
import { memoryFiles } from '../dataset/memoryFiles.ts'
import { readCodebook, writeCodebook } from './refiQda/codebook.ts'
import { refiCodebook, refiQda } from './refiQda.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'

const article = {
  path: 'a.txt',
  text: '💩\r\nAda said no.',
  metadata: {},
  zones: [],
  layers: [
    {
      annotator: 'ada',
      annotations: [
        { id: 'a', tag: 'actor', spans: [{ start: 4, end: 7 }], attributes: { mention: 'name' }, note: 'who?' },
        { id: 'c', tag: 'claim', spans: [{ start: 13, end: 15 }], attributes: {} },
      ],
      links: [{ id: 'l', type: 'attributed-to', from: 'c', to: { annotation: 'a' }, attributes: {} }],
    },
  ],
}

test('out and in again is the same', () => holdsRoundTrip(refiQda, 150))

test('the project: texts in an archive, positions in code points, tags as codes with their colours, answers below them', async () => {
  const bytes = await memoryFiles(written(refiQda, [article])).bytes('')
  const files = unzipSync(bytes)
  const project = new TextDecoder().decode(files['project.qde'])
  const [source] = Object.keys(files).filter(name => name.startsWith('sources/'))
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[source!])).toBe(article.text)
  expect(project).toContain('name="Ada" startPosition="3" endPosition="6"')
  expect(project).toMatch(/<Code guid="[^"]+" name="Actor" isCodable="true" color="#009e73">/)
  expect(project).toMatch(/<Link guid="[^"]+" name="attributed-to" direction="OneWay"/)
  expect(await memoryFiles(written(refiQda, [article])).bytes('')).toEqual(bytes)
})

test('that answers become codes is told before', () => {
  expect(fitTo(article, refiQda.says).leftOut).toMatchObject([{ id: 'a', feature: 'attributes', done: 'changed' }])
})

test('a codebook alone has no annotations, which is told', () => {
  const { leftOut } = fitTo(article, refiCodebook.says)
  expect(leftOut.filter(({ kind }) => kind !== 'article').map(({ id, done }) => [id, done])).toEqual([
    ['a', 'dropped'],
    ['c', 'dropped'],
    ['l', 'dropped'],
  ])
})

test('a codebook is written and read', () => {
  const codes = readCodebook(writeCodebook(defaultCodebook))
  expect(codes.find(({ path }) => path === 'Claim')).toMatchObject({ colour: '#0072b2', isCodable: true })
  expect(codes.find(({ path }) => path === 'Claim/Polarity')).toMatchObject({ isCodable: false })
})

const code = '<CodeBook><Codes><Code guid="C1" name="Top"><Code guid="C2" name="Low"/></Code></Codes></CodeBook>'
const selection = (guid: string, start: number, end: number, more: string, name = '') =>
  `<PlainTextSelection guid="${guid}" name="${name}" startPosition="${start}" endPosition="${end}">${more}</PlainTextSelection>`
const coded = (ref: string) => `<Coding guid="k${ref}"><CodeRef targetGUID="${ref}"/></Coding>`
const reading = (text: string, inner: string, origin = '', more = '', path = 'internal://t.txt') => {
  const qde = `<Project origin="${origin}">${code}<Sources><TextSource guid="S" name="t" plainTextPath="${path}">${inner}</TextSource></Sources>${more}</Project>`
  return readBack(refiQda, [{ file: '', data: zipSync({ 'Any.qde': strToU8(qde), 'Sources/t.txt': strToU8(text) }) }])
}
const words = ({ articles }: Awaited<ReturnType<typeof reading>>) =>
  articles[0]!.layers[0]!.annotations.map(({ spans }) => articles[0]!.text.slice(spans[0]!.start, spans[0]!.end))

test('NVivo counts UTF-16 without the byte order mark, and names nothing', async () => {
  expect(words(await reading('\ufeff💩 Ada', selection('p', 3, 6, coded('c1')), 'NVivo'))).toEqual(['Ada'])
})

test('ATLAS.ti counts a line’s end as one; another that names its words is believed by them', async () => {
  const text = 'one\r\ntwo\r\nthree'
  expect(words(await reading(text, selection('p', 8, 13, coded('C2')), 'ATLAS.ti'))).toEqual(['three'])
  expect(words(await reading(text, selection('p', 8, 13, coded('C2'), 'th…')))).toEqual(['three'])
  expect(words(await reading(text, selection('p', 10, 15, coded('C2'), 'three'), 'ATLAS.ti'))).toEqual(['three'])
})

test('MAXQDA selects without a code and describes; codes go by their path; two codes are two annotations', async () => {
  const { articles } = await reading(
    'one two',
    selection('p', 0, 3, '<Description>why</Description>') + selection('q', 4, 7, coded('c2') + coded('C1')),
    'MAXQDA',
    '<Notes><Note guid="N"><PlainTextContent>hm</PlainTextContent></Note></Notes><Links><Link guid="L" originGUID="Q" targetGUID="N"/></Links>',
  )
  expect(articles[0]!.layers[0]!.annotations).toMatchObject([
    { id: 'p', tag: 'selection', note: 'why' },
    { id: 'kC1'.toLowerCase(), tag: 'Top', note: 'hm' },
    { id: 'q', tag: 'Top/Low', note: 'hm' },
  ])
})

test('paths that lead out of the archive are not followed; what can’t be taken is named', async () => {
  for (const path of ['internal://../t.txt', 'relative:///t.txt', 'absolute:///etc/passwd'])
    expect((await reading('one', '', '', '', path)).untaken).toMatchObject([
      { what: 't', why: 'no-text', detail: path },
    ])
  const { articles, untaken } = await reading(
    'one',
    selection('p', 0, 9, coded('C1')) + selection('q', 0, 3, coded('C9')) + selection('r', 0, 3, coded('C1')),
    '',
    '<Sets><Set guid="X" name="my set"/></Sets>',
  )
  expect(untaken.map(({ what, why }) => [what, why])).toEqual([
    ['p', 'outside-text'],
    ['kc9', 'end-missing'],
    ['my set', 'unknown-kind'],
  ])
  expect(articles[0]!.layers[0]!.annotations.map(({ id }) => id)).toEqual(['q', 'r'])
  const broken = await readBack(refiQda, [
    { file: 'x', data: 'PK but no archive' },
    { file: 'y', data: '<a>' },
  ])
  expect(broken.untaken.map(({ file, why }) => [file, why])).toEqual([
    ['x', 'malformed'],
    ['y', 'malformed'],
  ])
})

const samples = join('..', 'shared', 'samples', 'annotation', 'refi-qda')
describe.skipIf(!existsSync(samples))('samples of others (skipped where they aren’t)', () => {
  const sample = (name: string) => readBack(refiQda, [{ file: '', data: readFileSync(join(samples, name)) }])

  test('one that counts as the standard says', async () => {
    const read = await sample('constructed-spec-codepoints-crlf.qdpx')
    expect(words(read)).toEqual(['Minister Müller', 'denied the report', 'Union leaders', 'it a lie'])
    expect(read.articles[0]!.layers[0]!.annotations.map(({ tag }) => tag)).toEqual(['Actor', 'Claim', 'Actor', 'Claim'])
    expect(read.untaken).toEqual([])
  })

  test('one of everything: the text is read, the rest is named', async () => {
    const read = await sample('hand_authored.qdpx')
    expect(words(read)).toEqual(['Diet and health', 'health are clo'])
    expect(read.articles[0]!.layers[0]!.annotations).toMatchObject([
      { tag: 'Topics/Health', note: 'Remember to follow up on diet-related comments.' },
      { tag: 'Topics/Health/Diet' },
    ])
    const named = read.untaken.map(({ what }) => what)
    for (const name of ['photo.jpg', 'Region of interest', 'diet and health', 'clip.mp4', 'Diet-related', 'Model'])
      expect(named).toContain(name)
  })

  test('a codebook of ATLAS.ti', () => {
    const codes = readCodebook(readFileSync(join(samples, 'atlasti-23-codebook.qdc'), 'utf8'))
    expect(codes).toMatchObject([{ path: 'code1', colour: '#46aa00', description: 'description' }])
  })
})
