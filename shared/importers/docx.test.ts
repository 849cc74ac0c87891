import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docx } from './docx.ts'
import { shownLines } from './shownLines.laws.ts'

const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
].join(' ')
const part = (name: string, words: string) => `<?xml version="1.0"?><w:${name} ${spaces}>${words}</w:${name}>`
const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
const p = (words: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${words.startsWith('<') ? words : run(words)}</w:p>`
const style = (styleId: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${styleId}"><w:name w:val="${name}"/></w:style>`
const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`
const drawing = (words: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box(words)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
const note = (id: number, words: string) =>
  `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${run(words)}`)}</w:footnote>`

const styles = part(
  'styles',
  style('berschrift1', 'heading 1') + style('h2', 'heading 2') + style('Titel', 'Title') + style('Zitat', 'Quote'),
)
const core = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Dockers  walk out</dc:title><dc:creator>Jane Roe</dc:creator><dcterms:created>2031-03-04T23:59:00Z</dcterms:created><dc:language>en-GB</dc:language></cp:coreProperties>`
const zipped = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const documentOf = (body: string, more: Record<string, string> = {}) =>
  zipped({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/styles.xml': styles,
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...more,
  })
const linesOf = async (body: string, more?: Record<string, string>) =>
  shownLines(await docx.read(documentOf(body, more)))

test('a document is its paragraphs as they read, with what stands beside them before and after', async () => {
  const body = [
    p('Dockers walk out', 'Titel'),
    p('A harbour stands still', 'Subtitle'),
    p('By Jane Roe'),
    p('4 March 2031'),
    p(
      `${run('The union ')}${run('said  ')}<w:r><w:tab/></w:r>${run('so.')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' And went.')}<w:r><w:br/></w:r>${run('Next line.')}`,
    ),
    p(run(' ')),
    p('Ships', 'h2'),
    p('“We go,” she said.', 'Zitat'),
    `<w:tbl><w:tr><w:tc>${p('Aurora')}</w:tc><w:tc>${p('12')}${p(run(''))}</w:tc></w:tr><w:tr><w:tc>${p('')}</w:tc><w:tc>${p('13')}</w:tc></w:tr><w:tr><w:tc>${p('One')}${p('Two')}</w:tc></w:tr></w:tbl>`,
    p(`${run('Commented')}<w:r><w:commentReference w:id="7"/></w:r>${run('.')}`),
    p(`${run('Kept ')}<w:del><w:r><w:delText>deleted </w:delText></w:r></w:del><w:ins>${run('inserted')}</w:ins>`),
    '<w:sectPr/>',
  ].join('')
  const article = await docx.read(
    documentOf(body, {
      'docProps/core.xml': core,
      'word/footnotes.xml': part(
        'footnotes',
        `<w:footnote w:type="separator" w:id="0">${p('-')}</w:footnote>${note(2, 'On Monday.')}`,
      ),
      'word/comments.xml': part('comments', `<w:comment w:id="7">${p('Really?')}</w:comment>`),
      'word/header1.xml': part('hdr', p('The Harbour Post')),
      'word/header2.xml': part('hdr', p('The Harbour Post')),
      'word/footer1.xml': part(
        'ftr',
        p(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Page 1</w:t></w:r>',
        ),
      ),
    }),
  )
  expect(shownLines(article)).toEqual([
    'boilerplate: The Harbour Post',
    'title: Dockers walk out',
    'standfirst: A harbour stands still',
    'byline: By Jane Roe',
    'dateline: 4 March 2031',
    'body: The union said  \tso. And went.',
    'body: Next line.',
    'body: On Monday.',
    'heading: Ships',
    'quote: “We go,” she said.',
    'body: Aurora\t12',
    'body: \t13',
    'body: One',
    'body: Two',
    'body: Commented.',
    'body: Kept inserted',
    'boilerplate: Page 1',
    'boilerplate: Really?',
  ])
  expect(article.title).toBe('Dockers walk out')
  expect(article.metadata).toEqual({
    title: { value: 'Dockers walk out', by: 'head' },
    byline: { value: 'Jane Roe', by: 'head' },
    language: { value: 'en-GB', by: 'head' },
  })
})

test.each([
  [
    'a text box',
    `${run('Around')}<w:r><w:pict><v:shape><v:textbox>${box('In it')}</v:textbox></v:shape></w:pict></w:r>`,
    ['Around', 'In it'],
  ],
  [
    'a text box in two versions, once',
    `${run('Around')}<w:r><mc:AlternateContent><mc:Choice>${drawing('In it')}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('In it')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ['Around', 'In it'],
  ],
  [
    'a text box that is a picture in older programs',
    `${run('Around')}<w:r><mc:AlternateContent><mc:Choice>${drawing('In it')}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>${run(' it')}`,
    ['Around it', 'In it'],
  ],
  ['a text box in a drawing alone', `<w:r>${drawing('In it')}</w:r>${run('Around')}`, ['Around', 'In it']],
  ['a field', `<w:fldSimple w:instr="DATE">${run('4 March')}</w:fldSimple>${run(' it is')}`, ['4 March it is']],
  ['a link', `<w:hyperlink r:id="x">${run('the ')}${run('port')}</w:hyperlink>`, ['the port']],
  ['words in the other direction', `<w:dir w:val="rtl"><w:bdo>${run('שלום')}</w:bdo></w:dir>`, ['שלום']],
  ['a carriage return', '<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r>', ['one', 'two']],
  ['a formula', '<m:oMath><m:f><m:num><m:r><m:t>x</m:t></m:r></m:num></m:f></m:oMath>', ['x']],
  [
    'a hyphen that keeps words together',
    '<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>elect</w:t></w:r>',
    ['re\u2011elect'],
  ],
  ['a box that is ticked', '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', ['✓']],
  ['a symbol of an ordinary font', '<w:r><w:sym w:font="Courier New" w:char="2713"/></w:r>', ['✓']],
  ['a control with content', `<w:sdt><w:sdtContent>${run('chosen')}</w:sdtContent></w:sdt>`, ['chosen']],
  ['what other XML takes for ends of lines', run('a\u2028b\x85c'), ['a\u2028b\x85c']],
  ['letters beyond the first plane, and what XML escapes', run('😀 &lt;b&gt; R&amp;D'), ['😀 <b> R&D']],
])('%s is read', async (_, words, expected) => {
  expect(await linesOf(`<w:p>${words}</w:p>`)).toEqual(expected.map(line => `body: ${line}`))
})

test('an endnote in a table follows its row', async () => {
  const endnotes = part('endnotes', `<w:endnote w:id="1">${p('Source: port.')}</w:endnote>`)
  const row = `<w:tr><w:tc><w:p>${run('Aurora')}<w:r><w:endnoteReference w:id="1"/></w:r></w:p></w:tc><w:tc>${p('12')}</w:tc></w:tr>`
  expect(await linesOf(`<w:tbl>${row}</w:tbl>`, { 'word/endnotes.xml': endnotes })).toEqual([
    'body: Aurora\t12',
    'body: Source: port.',
  ])
})

test('items of lists and rows of tables are told as such', async () => {
  const numbering = part(
    'numbering',
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  )
  const item = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run('One')}<w:r><w:br/></w:r>${run('more')}</w:p>`
  const { text, blocks } = await docx.read(
    documentOf(`${item}<w:tbl><w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr></w:tbl>${p('End')}`, {
      'word/numbering.xml': numbering,
    }),
  )
  expect(blocks.map(({ start, end, form }) => [text.slice(start, end - 1), form])).toEqual([
    ['One', 'item'],
    ['more', undefined],
    ['a\tb', 'row'],
    ['End', undefined],
  ])
})

test('a house’s own styles are what they are based on, or what they are in the outline', async () => {
  const own = (id: string, more: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`
  const styles = part(
    'styles',
    [
      own('Crosshead', '<w:basedOn w:val="h3"/>'),
      own('Deck', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
      own('Contents', '<w:basedOn w:val="h3"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      own('Round', '<w:basedOn w:val="Round"/>'),
      style('h3', 'heading 3'),
    ].join(''),
  )
  const body = ['Crosshead', 'Deck', 'Contents', 'Round', 'Gone'].map(id => p(id, id)).join('')
  expect(await linesOf(body, { 'word/styles.xml': styles })).toEqual([
    'heading: Crosshead',
    'heading: Deck',
    'body: Contents',
    'body: Round',
    'body: Gone',
  ])
})

test('the line at the top that says what the document is called is its title, whatever its style', async () => {
  const body = p('4 March') + p('DOCKERS WALK OUT') + p('Dockers walk out')
  expect(await linesOf(body, { 'docProps/core.xml': core })).toEqual([
    'body: 4 March',
    'title: DOCKERS WALK OUT',
    'body: Dockers walk out',
  ])
})

test('every character of every run is there', async () => {
  const escaped = (words: string) => words.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
  const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter(one => !/[\0-\x1f\x7f\ufffe\uffff]/u.test(one))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(words, { minLength: 1 }), { minLength: 1 }), async paragraphs => {
      const body = paragraphs.map(runs => `<w:p>${runs.map(one => run(escaped(one))).join('')}</w:p>`).join('')
      const expected = paragraphs.map(runs => runs.join('').trim()).filter(line => line !== '')
      expect((await docx.read(documentOf(body))).text).toBe(expected.map(line => `${line}\n`).join(''))
    }),
  )
})

test('nothing is an empty article', async () => {
  expect((await docx.read(documentOf('<w:p/>'))).text).toBe('')
})

const envelope = (name: string) =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    0,
    0,
    ...Array.from(name, c => [c.charCodeAt(0), 0]).flat(),
  ])
const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${part('document', `<w:body>${p('&b;')}</w:body>`)}`

test.each([
  ['is cut short', documentOf(p('Words')).slice(0, 500), /damaged/],
  ['is text', strToU8('<html>once upon a time'), /a text or a web page, not a Word document/],
  ['is empty', strToU8(''), /damaged/],
  ['holds no document', zipped({ 'word/styles.xml': styles }), /holds no document/],
  ['holds damaged XML', documentOf(`${p('Words')}<w:p>`), /holds no document/],
  ['is locked with a password', envelope('EncryptedPackage'), /password/],
  ['is of an older Word', envelope('WordDocument'), /Word 97 to 2003/],
  ['is rich text', strToU8('{\\rtf1 Words}'), /a rich text document, not a Word document/],
  ['is a PDF', strToU8('%PDF-1.7'), /a PDF document, not a Word document/],
  ['declares entities', documentOf('', { 'word/document.xml': laughs }), /entities/],
  ['declares entities in its head', documentOf('', { 'docProps/core.xml': laughs }), /entities/],
  ['unpacks to far more', documentOf('', { 'word/more.xml': '0'.repeat(41 * 1024 * 1024) }), /more than 40 MB/],
  ['nests too deep', documentOf('<w:smartTag>'.repeat(100_000)), /levels deep/],
])('a file that %s is refused with a sentence', async (_, bytes, sentence) => {
  await expect(docx.read(bytes)).rejects.toThrow(sentence)
})
