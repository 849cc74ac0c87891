import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Archive } from '../archive.ts'
import { inShort, sourceOf, textIn, unpackedOf } from '../tried.ts'
import { newsml } from './newsml.ts'
import { nitf } from './nitf.ts'

const xmlns = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
const item = (
  guid: string,
  content: string,
  name = 'newsItem',
) => `<${name} ${xmlns} guid="${guid}" version="3" standard="NewsML-G2" xml:lang="en-GB">
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:L"><name>Lantern Wire</name></provider>
    <versionCreated>2031-03-04T10:20:30+01:00 </versionCreated></itemMeta>
  <contentMeta><contentCreated>2031-03-03T09:00:00+01:00</contentCreated><creator><name>Ana Brook</name></creator>
    <language tag="en"/><headline> Harbour
      reopens</headline></contentMeta>
  <contentSet>${content}</contentSet></${name}>`
const inXml = (inner: string) => `<inlineXML contenttype="application/nitf+xml">${inner}</inlineXML>`
const story =
  '<nitf><body><body.head><hedline><hl1>Harbour reopens</hl1></hedline><byline>By Ana Brook, <byttl>Harbour desk</byttl></byline></body.head><body.content><p>The harbour\n   <em>is</em> open.</p><media><media-object>AAAA</media-object><media-caption>A boat</media-caption></media><p>At last &amp; for good.</p></body.content></body></nitf>'

test('an item is an article, with what is said of it', async () => {
  const [one, ...more] = await unpackedOf(
    newsml,
    sourceOf('a.xml', `<?xml version="1.0"?>\n${item('urn:a:1', inXml(story))}`),
  )
  expect(inShort(one!)).toEqual({
    key: 'urn:a:1',
    title: 'Harbour reopens',
    outlet: 'Lantern Wire',
    byline: 'By Ana Brook, Harbour desk',
    published: '2031-03-04T10:20:30+01:00',
    language: 'en',
    text: 'Harbour reopens\n\nBy Ana Brook, Harbour desk\n\nThe harbour is open.\n\nA boat\n\nAt last & for good.',
  })
  expect(more).toEqual([])
})

test.each([
  [
    'XHTML',
    inXml(
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head><body><h1>A</h1><p>Some<br/>words</p></body></html>',
    ),
    'A\n\nSome\n\nwords',
  ],
  [
    'XHTML with a prefix',
    inXml('<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:p>Some <h:b>words</h:b></h:p></h:body></h:html>'),
    'Some words',
  ],
  ['plain text', '<inlineData contenttype="text/plain"><![CDATA[First.\n\nThen.]]></inlineData>', 'First.\n\nThen.'],
  [
    'HTML as data',
    '<inlineData contenttype="text/html">&lt;p&gt;First.&lt;/p&gt;&lt;p&gt;Then.&lt;/p&gt;</inlineData>',
    'First.\n\nThen.',
  ],
  [
    'a picture and a text',
    `<remoteContent href="a.jpg"/>${inXml('<nitf><body><body.content><p>Words</p></body.content></body></nitf>')}`,
    'Words',
  ],
])('the text may be %s', async (_what, content, text) => {
  const [one] = await unpackedOf(newsml, sourceOf('a.xml', item('urn:a:1', content)))
  expect(inShort(one!)).toMatchObject({ text, byline: 'Ana Brook' })
})

test('a message of many: what has no text is told as that', async () => {
  const picture = item('urn:a:3', '<remoteContent href="a.jpg"/>').replace('ninat:text', 'ninat:picture')
  const message = `<newsMessage ${xmlns}><header/><itemSet>${item('urn:a:1', inXml(story))}${item('urn:a:2', '', 'packageItem')}${picture}<!-- <a> <newsItem guid="no"> -->${item('urn:a:4', '', 'conceptItem')}${item('urn:a:5', inXml('<sports-content><team>Harbour 3</team></sports-content>'))}${item('urn:a:1', inXml('<nitf><body><p>Another</p></body></nitf>'))}${item('urn:a:6', inXml(story)).slice(0, -80)}`
  expect((await unpackedOf(newsml, sourceOf('a.xml', message))).map(inShort)).toMatchObject([
    { key: 'urn:a:1' },
    { unread: 'urn:a:2', why: expect.stringContaining('package') },
    { unread: 'urn:a:3', why: expect.stringContaining('picture') },
    { unread: 'urn:a:4' },
    { unread: 'urn:a:5', why: expect.stringContaining('data') },
    { key: expect.stringMatching(/^urn:a:1 [0-9a-f]{16}$/), text: 'Another' },
    { unread: 'Item 7', why: expect.stringContaining('cut off') },
  ])
})

const paper = `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://nowhere.example/nitf.dtd">
<nitf><head><title>Harbour</title><docdata><doc-id id-string="N7"/></docdata><pubdata date.publication="20310304T000000" name="The Lantern" position.section="Local" position.sequence="A3" ex-ref="https://lantern.example/7"/></head>
<body><body.head><hedline><hl1>Harbour reopens</hl1></hedline></body.head><body.content>
<block class="lead_paragraph"><p>First.</p></block><block class="full_text"><p>First.</p><p>Second &mdash; caf&eacute; &amp;eacute; &lt;p&gt; &unknown;.</p><table><tr><td>a</td><td>b</td></tr></table></block></body.content></body></nitf>`

test('NITF by itself; first paragraphs that stand twice count once', async () => {
  const [one] = await unpackedOf(nitf, sourceOf('a.xml', paper))
  expect(inShort(one!)).toEqual({
    key: 'N7',
    title: 'Harbour',
    outlet: 'The Lantern',
    published: '2031-03-04',
    section: 'Local',
    page: 'A3',
    address: 'https://lantern.example/7',
    text: 'Harbour reopens\n\nFirst.\n\nSecond — café &eacute; <p> &unknown;.\n\na\tb',
  })
  const other = paper.replace('<p>First.</p></block>', '<p>A lead of its own.</p></block>')
  expect(inShort((await unpackedOf(nitf, sourceOf('a.xml', other)))[0]!)['text']).toContain('A lead of its own.')
})

test('what multiplies or nests without measure is refused', async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${paper.slice(paper.indexOf('<nitf'))}`
  const deep = (levels: number) =>
    `<nitf><body><body.content>${'<block>'.repeat(levels)}words${'</block>'.repeat(levels)}</body.content></body></nitf>`
  await expect(unpackedOf(nitf, sourceOf('a.xml', laughs))).rejects.toMatchObject({ kind: 'cannot-read' })
  await expect(unpackedOf(nitf, sourceOf('a.xml', deep(100_000)))).rejects.toMatchObject({ kind: 'cannot-read' })
  expect((await unpackedOf(newsml, sourceOf('a.xml', item('u', inXml(deep(1000)))))).map(({ kind }) => kind)).toEqual([
    'unread',
  ])
  expect((await unpackedOf(nitf, sourceOf('a.xml', deep(100)))).map(({ kind }) => kind)).toEqual(['article'])
})

test('other XML is not taken for news', () => {
  const recognise = (kind: Archive, text: string) => kind.recognises(new TextEncoder().encode(text), 'a.xml')
  expect(recognise(newsml, item('u', ''))).toBe(true)
  expect(recognise(nitf, paper)).toBe(true)
  for (const other of [
    '<html><body>newsItem</body></html>',
    '<newsItem/>',
    '<TEI/>',
    `<!-- ${item('u', '')} --><a/>`,
    '',
    'newsItem',
    '\0\0\0',
  ])
    expect([recognise(newsml, other), recognise(nitf, other)]).toEqual([false, false])
})

const samples = '../shared/samples/articles/newsml'
test.skipIf(!existsSync(samples))(
  existsSync(samples) ? 'items that others wrote' : 'items that others wrote (skipped: not on this machine)',
  async () => {
    const read = async (kind: Archive, name: string) => {
      const bytes = new Uint8Array(readFileSync(`${samples}/${name}`))
      expect(kind.recognises(bytes, name)).toBe(true)
      return (await unpackedOf(kind, sourceOf(name, bytes)))[0]!
    }
    const text = await read(newsml, 'LISTING_2_NewsML-G2_Text_Document.xml')
    expect(inShort(text)).toMatchObject({
      key: 'urn:newsml:acmenews.com:20161121:US-FINANCE-FED',
      title: 'Fed to halt QE to avert "bubble"',
      byline: 'By Meredith Jameson, Staff Reporter',
      language: 'en-US',
      published: '2018-11-21T16:25:32-05:00',
    })
    // The headline and the byline, and two paragraphs.
    expect(text.kind === 'article' && textIn(text).split('\n\n')).toHaveLength(4)
    const fragment = await read(newsml, 'LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml')
    expect(inShort(fragment)).toMatchObject({
      title: expect.stringMatching(/^Arizona/),
      text: expect.stringContaining('clash of the Titans'),
    })
    expect((await read(newsml, 'LISTING_11_Person_Concept_conveyed_in_a_NewsML-G2_Concept_Item.xml')).kind).toBe(
      'unread',
    )
    expect((await read(newsml, 'LISTING_14_Event_sent_as_a_Concept_Item.xml')).kind).toBe('unread')
    expect(inShort(await read(nitf, 'nitf-nyt-like-0000000.xml'))).toMatchObject({
      title: 'First test document',
      published: '1987-01-01',
    })
  },
)
