import { expect, test } from 'vitest'
import { inShort, sourceOf, unpackedOf } from '../tried.ts'
import { feed } from './feed.ts'

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Lantern</title><link>https://lantern.example/</link><language>en-gb</language>
<item><title>Harbour &amp;amp; sea &#8211; reopened</title><link>https://lantern.example/7</link><guid isPermaLink="false">L-7</guid>
<dc:creator><![CDATA[Ana Brook]]></dc:creator><pubDate>Tue, 04 Mar 2031 10:20:30 +0100</pubDate><category>Local</category><category>Sea</category>
<description>In short.</description><content:encoded><![CDATA[<p>The harbour is&nbsp;open.</p><script>no()</script><ul><li>At last</li></ul> <item>]]></content:encoded></item>
<item><title>Only a title</title><link>https://lantern.example/8</link></item>
<item><title>Bridge</title><link>https://lantern.example/9</link><author>desk@lantern.example (Bo Ford)</author><description>&lt;p&gt;The bridge &lt;b&gt;is&lt;/b&gt; closed.&lt;/p&gt;</description></item>
<item><title>Broken</title><description>${'<b>'.repeat(2000)}</description></item>
<item><title>Cut`

test('each item is an article: the whole text where the feed has it', async () => {
  const all = (await unpackedOf(feed, sourceOf('a.rss', rss))).map(inShort)
  expect(all[0]).toEqual({
    key: 'L-7',
    title: 'Harbour & sea – reopened',
    outlet: 'The Lantern',
    byline: 'Ana Brook',
    published: '2031-03-04T10:20:30+01:00',
    section: 'Local, Sea',
    language: 'en-gb',
    address: 'https://lantern.example/7',
    text: 'The harbour is\u00a0open.\n\nAt last',
  })
  expect(all.slice(1)).toMatchObject([
    { unread: 'https://lantern.example/8', why: expect.stringContaining('“Only a title”') },
    { key: 'https://lantern.example/9', byline: 'Bo Ford', text: 'The bridge is closed.' },
    { unread: 'Item 4' },
    { unread: 'Item 5', why: expect.stringContaining('cut off') },
  ])
})

test('RSS 1.0', async () => {
  const source = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://l.example/"><title>The Lantern</title><items><rdf:Seq><rdf:li rdf:resource="https://l.example/1"/></rdf:Seq></items></channel>
<item rdf:about="https://l.example/1"><title>A</title><link>https://l.example/1?from=feed</link><description>Some words</description><dc:date>2031-03-04</dc:date></item></rdf:RDF>`
  expect(feed.recognises(new TextEncoder().encode(source), 'a.xml')).toBe(true)
  expect((await unpackedOf(feed, sourceOf('a.xml', source))).map(inShort)).toEqual([
    {
      key: 'https://l.example/1',
      title: 'A',
      outlet: 'The Lantern',
      published: '2031-03-04',
      address: 'https://l.example/1?from=feed',
      text: 'Some words',
    },
  ])
})

test('Atom', async () => {
  const source = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Die Laterne</title>
<entry><id>tag:l,1</id><title type="html">A &amp;lt; B</title><link rel="self" href="https://l.example/1.atom"/><link href="https://l.example/1"/>
<author><name>Ana Brook</name><email>a@l.example</email></author><published>2031-03-04T10:00:00Z</published><updated>2031-03-05T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Some <i>words</i></p><p>More</p></div></content></entry>
<entry><id>tag:l,2</id><title>B</title><summary>Plain &lt;words&gt; as they are</summary></entry>
<entry><id>tag:l,3</id><title>C</title><content type="html">&lt;p&gt;Some&lt;/p&gt;&lt;p&gt;words&lt;/p&gt;</content></entry></feed>`
  expect(feed.recognises(new TextEncoder().encode(source), 'a.xml')).toBe(true)
  expect((await unpackedOf(feed, sourceOf('a.xml', source))).map(inShort)).toMatchObject([
    {
      key: 'tag:l,1',
      title: 'A < B',
      byline: 'Ana Brook',
      outlet: 'Die Laterne',
      language: 'de',
      published: '2031-03-04T10:00:00Z',
      address: 'https://l.example/1',
      text: 'Some words\n\nMore',
    },
    { key: 'tag:l,2', text: 'Plain <words> as they are' },
    { key: 'tag:l,3', text: 'Some\n\nwords' },
  ])
})

test('a feed in another encoding, as it declares', async () => {
  const source =
    '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>Été</title><description>À la fin de l’été</description></item></channel></rss>'
  const bytes = new Uint8Array(Buffer.from(source.replace('’', "'"), 'latin1'))
  expect(inShort((await unpackedOf(feed, sourceOf('a.xml', bytes)))[0]!)).toMatchObject({
    title: 'Été',
    text: "À la fin de l'été",
  })
})

test('what multiplies is refused; other XML is no feed', async () => {
  const laughs = rss.replace('<rss', '<!DOCTYPE rss [<!ENTITY a "ha">]><rss')
  await expect(unpackedOf(feed, sourceOf('a.xml', laughs))).rejects.toMatchObject({ kind: 'cannot-read' })
  const recognises = (text: string) => feed.recognises(new TextEncoder().encode(text), 'a.xml')
  expect(recognises('<html><body><rss/></body></html>')).toBe(false)
  expect(recognises('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>')).toBe(false)
  expect(recognises('<feed xmlns="urn:other"/>')).toBe(false)
  expect(recognises(rss)).toBe(true)
})
