import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCharacter } from '../text/anyCharacter.laws.ts'
import { spentMs } from '../text/spentMs.laws.ts'
import { zones } from './article.ts'
import { blockSpans } from './blocks.ts'
import { pageOf } from './page.ts'
import { recogniseZones, titleOf } from './zones.ts'
import { rulesOfLines, rulesOfPlaces } from './zoneTable.ts'

const found = (text: string) => recogniseZones(text, blockSpans(text))
/** The zones of the lines with words in them. */
const zonesOf = (text: string) =>
  found(text)
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .map(({ zone }) => zone)

const prose = (about: string) =>
  `${about}, the harbour council said on Monday, would have to wait until the inspectors had seen both ferries and the quay.`
const opening = prose('The lease of the northern quay')

/** An article in which one line stands where the rule looks for it; the marked line, ▸, is the one in question. */
const articles: Record<string, (line: string) => string> = {
  first: line => `▸${line}\n\nFerry will sail again\n\n${opening}\n\n${prose('The bell')}\n`,
  head: line => `Ferry will sail again\n\n▸${line}\n\n${opening}\n\n${prose('The bell')}\n`,
  body: line => `Ferry will sail again\n\n${opening}\n\n▸${line}\n\n${prose('The bell')}\n\n${prose('The lamp')}\n`,
  last: line => `Ferry will sail again\n\n${opening}\n\n${prose('The bell')}\n\n▸${line}\n`,
}
function zoneOfMarked(marked: string): string {
  const at = marked.indexOf('▸')
  const text = marked.replace('▸', '')
  return found(text).find(({ start, end }) => start <= at && at < end)!.zone
}

/** What each rule must recognise (by its name in the table), where, and what it must leave alone. */
const cases: Record<string, readonly (readonly [place: keyof typeof articles, line: string])[]> = {
  'skip-link': [
    ['first', 'Skip to main content'],
    ['first', 'Skip to content'],
    ['first', 'Jump to navigation'],
  ],
  'tracked-title': [['first', 'Quantcast Saltry24 - Ferry will sail again']],
  navigation: [
    ['last', '8Next articleHarbour choir seeks two tenors'],
    ['last', '8Previous articleBridge tolls to rise'],
    ['last', 'Next article: Snow on the pass'],
    ['last', '« Previous story'],
    ['first', 'Home > World > Maravel'],
  ],
  sharing: [
    ['head', 'Share this article'],
    ['last', 'Share on Facebook'],
    ['head', 'Share   Tweet   Email   Print'],
    ['last', 'Facebook | Twitter | WhatsApp'],
  ],
  elsewhere: [
    ['body', 'Read more: How the ferry was built'],
    ['last', 'Related articles'],
    ['body', 'READ ALSO: The lamp'],
    ['last', 'MORE FROM THE KLAXON: Only one can.'],
    ['last', 'اقرأ أيضاً: الميناء'],
    ['body', 'Continue reading'],
  ],
  cookies: [
    ['first', 'We use cookies to give you the best experience. Accept | Manage'],
    ['first', 'This website uses cookies.'],
    ['last', 'Cookie policy'],
  ],
  advertisement: [
    ['body', 'Advertisement'],
    ['body', '- ADVERTISEMENT -'],
    ['last', 'ADVERTISEMENT. Boots for real weather.'],
    ['body', '広告'],
    ['body', 'إعلان'],
  ],
  'agency-credit': [
    ['body', 'AP Photo/Jane Roe'],
    ['body', 'AP Photo/Jane van Roe, pool'],
    ['body', 'NPA Photo/Ivo Sandrel'],
    ['body', 'Photo: Jane Roe/Reuters'],
    ['body', 'GETTY IMAGES'],
    ['body', 'Getty Images'],
    ['body', 'File photo'],
    ['body', '(NPA/Ivo Sandrel)'],
    ['body', 'REUTERS/Jane Roe'],
    ['body', 'Echo picture: Tam Ludlow'],
    ['body', '(Klaxon Pictures/Bea Nordahl)'],
    ['body', 'Photograph by Jane Roe'],
    ['body', 'Image copyright Reuters'],
    ['body', 'SALTRY24/Petra Ostrander'],
    ['body', 'Picture credit: Jane Roe'],
    ['body', 'Photo courtesy of the Castrel Museum'],
    ['body', '写真：時事'],
    ['last', 'AP Photo/Jane Roe'],
  ],
  rights: [
    ['last', '© 2031 Saltry Echo'],
    ['last', 'Copyright Saltry Echo'],
    ['last', 'Saltry Echo. All rights reserved.'],
    ['last', `${opening} This material may not be published, broadcast or rewritten. All rights reserved.`],
  ],
  subscribe: [
    ['last', 'Subscribe'],
    ['last', 'Subscribe to our newsletter.'],
    ['last', 'Sign up for the morning letter'],
    ['first', 'Sign in'],
    ['last', 'Follow us on Twitter'],
    ['last', 'Become a member'],
  ],
  furniture: [
    ['first', 'Menu'],
    ['last', '12 comments'],
    ['head', '4 min read'],
    ['head', 'FOR IMMEDIATE RELEASE'],
    ['last', 'Tags: ferry, lease'],
    ['last', '-ENDS-'],
  ],
  'press-contact': [['last', 'Media contact: Pim Dorrance, Pier Two']],
  source: [
    ['last', 'Source: The Harbour Gazette'],
    ['last', 'This article was originally published by the Harbour Gazette.'],
    ['last', 'المصدر: وكالة الأنباء'],
  ],
  'self-praise': [
    [
      'last',
      `Saltry Eye delivers independent and unrivalled coverage of the river. To learn more about republishing this content, please fill out this form. ${opening}`,
    ],
    ['last', 'Jane Roe is our harbour reporter. Follow her on the slip; follow @roe on Twitter.'],
  ],
  'database-note': [
    ['last', 'GRAPHIC: The ferry in dry dock, seen from the northern quay'],
    ['last', 'CORRECTION-DATE: March 9, 2031'],
    ['last', `CORRECTION: ${opening}`],
  ],
  'labelled-caption': [
    ['body', 'Image caption The ferry in dry dock last winter'],
    ['body', 'Caption: The ferry in dry dock'],
  ],
  'credited-caption': [
    ['head', 'President Robin Vale meets officers at the quay of Castrel (AFP)'],
    ['body', 'Tugs hold the ferry off Saltry on November 14, 2030. (NPA)'],
    ['last', 'The ferry in dry dock. (AP Photo/Jane Roe)'],
    ['body', 'The ferry in dry dock. Photo: Jane Roe'],
  ],
  dateline: [
    ['head', '26 February 2031'],
    ['head', 'March 2, 2031'],
    ['head', '2 March 2031, 19:40'],
    ['head', 'Last updated 5 March 2031, 22:14'],
    ['head', 'Published: Monday, March 2, 2031 at 7:40 pm GMT'],
    ['head', 'CASTREL, 2 March 2031'],
    ['first', '2031-03-02'],
    ['head', '2031年3月2日'],
    ['head', '2 марта 2031'],
    ['head', '2 مارس 2031'],
    ['last', 'Updated: 2 March 2031'],
  ],
  byline: [
    ['head', 'By Jane Roe'],
    ['head', 'BY JANE ROE'],
    ['head', 'By Jane Roe in Port Elden'],
    ['head', 'By Jane Roe and Tom van Loe, Castrel correspondents'],
    ['head', 'By Maud Ellerin and agencies'],
    ['head', 'Von Jürgen Weiß'],
    ['last', '(Reporting by Jane Roe in Castrel; Editing by Tom Loe)'],
    ['last', 'Additional reporting by Jane Roe.'],
  ],
}

describe.each([...rulesOfLines].map(rule => [rule.name, rule] as const))('the rule %s', (name, rule) => {
  test.each(cases[name] ?? [])(`recognises, %s: %s`, (place, line) => {
    expect(zoneOfMarked(articles[place]!(line))).toBe(rule.zone)
  })
  test('speaks of each of its cases before any other rule does', () => {
    expect(cases[name]?.length).toBeGreaterThan(0)
    for (const [place, line] of cases[name] ?? []) {
      const at = articles[place]!(line).indexOf('▸')
      const text = articles[place]!(line).replace('▸', '')
      const blocks = blockSpans(text)
      const page = pageOf(text, blocks)
      const marked = page.lines.find(({ block }) => blocks[block]!.start === at)!
      expect(rulesOfLines.find(({ holds }) => holds(marked, page, undefined))?.name, line).toBe(name)
    }
  })
})

test('every rule has a name of its own, a sentence and a zone', () => {
  const rules = [...rulesOfLines, ...rulesOfPlaces]
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  for (const { sentence, zone } of rules) {
    expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(zones).toContain(zone)
  }
})

/** Prose that has the rules' words in it. Every line must stay body in the middle of an article. */
test.each([
  'By the river, where the ferry lands, nobody had heard of it.',
  'By Monday the harbour was empty.',
  'We use the ferry every day and like the cookies they sell on it, she said.',
  'Next article of the treaty on the table: the quays.',
  'Share prices fell in Castrel after the vote.',
  'CORRECTION: there was no vote, he said, and none was planned.',
  'Subscribers to the theory were few.',
  'Sources close to the minister said so.',
  'Source: unknown, he said, and laughed at the question of the judge.',
  'Photographs of the lamp were shown to the court.',
  'Photo finish or not, the vote was lost by three seats.',
  'Copyrights were not discussed.',
  'Advertisements for the ferry had stopped in August.',
  'Home is where the ferry lands.',
  'He blamed the Islamic State group (IS).',
  '“Stop!”',
  'Read more slowly, the judge said to the clerk.',
  'The treaty was signed on August 12 2018.',
  'On 2 March 2031 the harbour was empty.',
  'Follow the money, he said, and follow her on foot.',
  'Print is dead, said the printer.',
  'All rights of the boatmen were reserved in the treaty.',
  'Related to the minister or not, he was dismissed.',
  'and/or so the contract said',
])('prose stays body: %s', line => {
  expect(zoneOfMarked(articles['body']!(line))).toBe('body')
})

test.each([
  'The minister said that readers should subscribe, share this article and accept cookies.',
  'Advertisement: the word itself, he said, had changed its meaning.',
  'Read more: that was the advice of the judge to the clerk.',
  'Share this article with a friend, the minister said, and see.',
  'We use cookies and accept them, she said.',
  'Subscribe to the lease, they were told, or lose the quay.',
  'Photo: that was the only word on the envelope, she said.',
  'By Jane Roe and by nobody else, said the judge, it was written.',
])('a long paragraph stays body, in the middle and at the end: %s', beginning => {
  const long = `${beginning} ${opening} ${prose('The bell')}`
  for (const place of ['body', 'last']) expect(zoneOfMarked(articles[place]!(long))).toBe('body')
})

test.each(['By Jane Roe', '2 March 2031', 'Source: The Harbour Gazette'])(
  'far from top and end stays body: %s',
  line => {
    const paragraphs = Array.from({ length: 20 }, () => opening).join('\n\n')
    expect(zoneOfMarked(`Ferry will sail again\n\n${paragraphs}\n\n▸${line}\n\nPier Two\n\n${paragraphs}`)).toBe('body')
  },
)

/** Whole tops and ends of pages, drawn with the zone before each line; paragraphs are written out below. */
const pages: readonly (readonly [what: string, page: string])[] = [
  ['a title and paragraphs', 'title Ferry will sail again\n\n\nbody A\n\nbody B'],
  ['a site’s name', 'boilerplate The Harbour Gazette\n\ntitle Ferry will sail again before winter\n\nbody A'],
  ['a site’s name in one word', 'boilerplate BerthWire\n\ntitle Ferry will sail again before winter\n\nbody A'],
  [
    'a site’s name that its last line says again',
    'boilerplate Saltry Eye\n\ntitle Ferry will sail again before winter\n\nbody A\n\nboilerplate Saltry Eye delivers independent coverage. To learn more about republishing this content, please fill out this form.',
  ],
  [
    'a short title in capitals is no site’s name',
    'title Ferry Sinks\n\nstandfirst Eleven people drowned and sixty-two were saved, the coast guard says\n\nbody A',
  ],
  ['a title said twice', 'boilerplate Ferry will sail again\n\ntitle Ferry will sail again\n\nbody A'],
  [
    'a title behind the site’s name',
    'boilerplate Quantcast Saltry24 - Ferry will sail again\n\ntitle Ferry will sail again\n\nbody A',
  ],
  [
    'a title behind another site’s name',
    'boilerplate Saltry24 | Ferry will sail again\n\ntitle Ferry will sail again\n\nbody A',
  ],
  [
    'a motto, and the title in the source line',
    'boilerplate Saltry Echo\n\nboilerplate Your free paper on the north bank\n\ntitle Ferry will sail again\n\nbody A\n\nboilerplate Source: Ferry will sail again – Saltry Echo',
  ],
  ['a section above the title', 'boilerplate World\n\ntitle Ferry will sail again\n\nbody A'],
  ['a byte order mark', 'boilerplate \ufeffThe Harbour Gazette\n\ntitle Ferry will sail again before winter\n\nbody A'],
  [
    'a standfirst, byline and date',
    'title Ferry will sail again\n\nstandfirst The council says so, the boatmen say never\n\nbyline By Jane Roe\ndateline 2 March 2031\n\nbody A',
  ],
  [
    'a standfirst that is a sentence, above a byline',
    'title Ferry will sail again\n\nstandfirst The council says so. The boatmen say never.\n\nbyline By Jane Roe\n\nbody A',
  ],
  ['a name above a date', 'title Ferry will sail again\n\nbyline Hester Vandrake\ndateline 8 March 2031\n\nbody A'],
  ['a first paragraph that is short', 'title Ferry will sail again\n\nbody It is over.\n\nbody A'],
  [
    'a standfirst that the first paragraph repeats',
    'title Ferry will sail again\n\nstandfirst The lease of the northern quay would have to wait for the bell, said the council on Monday night.\n\nbody SALTRY, March 2 — The lease of the northern quay would have to wait for the bell and the lamp, the council said on Monday.\n\nbody A',
  ],
  [
    'a standfirst with a caption glued to it',
    'title Ferry will sail again\n\nstandfirst The council says so, the boatmen say never\ncaption President Robin Vale meets officers at the quay (AFP)\n\nbody A',
  ],
  [
    'a picture described',
    'title Ferry will sail again\n\ncaption President Robin Vale listens to the boatmen at a meeting on the quay of Castrel on August 12 2030.\n\nbody A',
  ],
  [
    'who stands where',
    'title Ferry will sail again\n\ncaption President Robin Vale (L) and Joss Tarrant on the quay.\n\nbody A',
  ],
  ['a heading between paragraphs', 'title Ferry will sail again\n\nbody A\n\nheading Lamp also on table\n\nbody B'],
  [
    'a heading with a quotation',
    "title Ferry will sail again\n\nbody A\n\nheading 21:07  Minister: 'Facts have won'\n\nbody B",
  ],
  [
    'a heading below a credit',
    'title Ferry will sail again\n\nbody A\n\ncaption AP Photo/Jane Roe\n\nheading The numbers\n\nbody B',
  ],
  [
    'a list is no heading',
    'title Ferry will sail again\n\nbody A\n\nbody Apples\nbody Pears and plums\nbody Bread\n\nbody B',
  ],
  [
    'a list with blank lines is no heading either',
    'title Ferry will sail again\n\nbody A\n\nbody Apples\n\nbody Pears and plums\n\nbody Bread\n\nbody B',
  ],
  [
    'what is glued to a paragraph is no heading',
    'title Ferry will sail again\n\nbody A\n\nbody B\nbody Pier Two\nbody C\n\nbody A\n\nbody B',
  ],
  [
    'a site’s name among capitals, and the title in the source line',
    'boilerplate Ferries Afloat\n\ntitle Ferry will sail again\n\nbody A\n\nboilerplate Source: Ferry will sail again – Ferries Afloat',
  ],
  ['what ends with a colon is no heading', 'title Ferry will sail again\n\nbody A\n\nbody The company said:\n\nbody B'],
  ['what begins small is no heading', 'title Ferry will sail again\n\nbody A\n\nbody and so on\n\nbody B'],
  ['figures are no heading', 'title Ferry will sail again\n\nbody A\n\nbody 84 79 3\n\nbody B'],
  ['a signature at the end is no heading', 'title Ferry will sail again\n\nbody A\n\nbody Jane Roe'],
  [
    'quotations set apart',
    'title Ferry will sail again\n\nbody A\n\nquote > The lamp was out.\n\nquote “The lamp was out.”\nquote — Joss Tarrant\n\nbody B',
  ],
  [
    'a paragraph that is all quotation is body',
    'title Ferry will sail again\n\nbody A\n\nbody “The lamp was out, and everybody in the yard knew that it was out.”\n\nbody B',
  ],
  ['no title above prose', 'body A\n\nbody B'],
  ['a sentence first is no title', 'body It is over.\n\nbody A\n\nbody B'],
  ['a list', 'body Apples\nbody Pears\nbody Bread'],
  ['one line', 'body Ferry will sail again'],
  [
    'right to left',
    'title العبارة ستبحر مرة أخرى\n\nstandfirst المجلس يوافق والعمال يرفضون ذلك رفضا قاطعا\n\nbody قال رئيس المجلس يوم الاثنين إن العبارة ستبحر مرة أخرى قبل الشتاء، وأضاف بعد الاجتماع أنه يجب أن نكون هناك مع سكان المدينة.\n\nbody «كان الضوء معطلا.»\n\nheading ماذا بعد\n\nbody وقال العمال إنهم لن يسمحوا لأحد بأن يشتري النهر، وأضافوا أنهم سيضربون عن العمل في اليوم العاشر من الشهر المقبل إن لزم الأمر.',
  ],
  [
    'Chinese',
    'title 渡轮将再次启航\n\nstandfirst 委员会同意，船工反对\n\nbody 总统周一对港务委员会说，渡轮将在冬季之前再次启航。他在与市民会面后补充说：“我们必须在那里。”船工们表示反对，他们说没有人能够买下这条河。\n\nheading 接下来呢\n\nbody 船工们说，如果有必要，他们将在下个月十日举行罢工。港务委员会没有回应，只说检查人员将在本周内查看两艘渡轮和码头，然后再作出最后的决定。',
  ],
]
const letters: Record<string, string> = { A: opening, B: prose('The bell'), C: prose('The lamp') }
test.each(pages)('a page is read rightly: %s', (_what, page) => {
  const expected: string[] = []
  const text = page
    .split('\n')
    .map(line => {
      const [, zone, words] = /^(\w+) (.*)$/.exec(line) ?? []
      if (zone) expected.push(zone)
      return words === undefined ? '' : (letters[words] ?? words)
    })
    .join('\n')
  expect(zonesOf(text)).toEqual(expected)
  expect(zonesOf(text.replaceAll('\n', '\r\n'))).toEqual(expected)
  expect(zonesOf(`${text}\n\n`)).toEqual(expected)
})

test('the title is what the title’s block says, on one line', () => {
  const text = `\ufeffFerry will\u00a0sail  again \r\n\r\n${opening}\r\n`
  expect(titleOf(text, found(text))).toBe('Ferry will sail again')
  expect(titleOf(opening, found(opening))).toBe('')
})

test('zones are given to the very blocks that came in, whatever the text', () => {
  const lines = fc.constantFrom(
    '\n',
    '\r\n',
    'Skip to main content\n',
    'By Jane Roe\n',
    `${opening}\n`,
    'Ferry will sail again\n',
    '© ',
    'Source: ',
    '> ',
    '(AFP)\n',
    '💩',
    '8Next article',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(lines, fc.string({ unit: anyCharacter }))), parts => {
      const text = parts.join('')
      const blocks = found(text)
      expect(blocks.map(({ start, end }) => ({ start, end }))).toEqual(blockSpans(text))
      expect(blocks.filter(({ zone }) => zone === 'title').length).toBeLessThanOrEqual(1)
      for (const { start, end, zone, by } of blocks) {
        expect(by).toBe('reader')
        if (text.slice(start, end).trim() === '') expect(zone).toBe('body')
      }
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['one line of five million characters', 'The ferry sails. '.repeat(300_000)],
  ['one word of five million letters', 'Ab'.repeat(2_500_000)],
  ['five million capitals with strokes', 'A/'.repeat(2_500_000)],
  ['five million spaces', ' '.repeat(5_000_000)],
  ['a line of brackets', '('.repeat(300)],
  ['names without an end', `By ${'Jane Roe and '.repeat(30)}!`],
  [
    'a hundred thousand lines that nearly are credits',
    `${'Jane Roe/Jane Roe Jane Roe Jane Roe Jane Roe Jane!\n'.repeat(100_000)}`,
  ],
  [
    'a hundred thousand lines that nearly are bylines',
    `${'By Jane Roe and Jane Roe and Jane Roe and Jane Roe and Jane Roe!\n\n'.repeat(100_000)}`,
  ],
  ['two hundred thousand short lines', 'The cat\n'.repeat(200_000)],
])('no text takes long: %s', (_what, text) => {
  const spans = blockSpans(text)
  const began = spentMs()
  recogniseZones(text, spans)
  expect(spentMs() - began).toBeLessThan(8_000)
})

test('a brief of one short sentence has a title, and a list has none', () => {
  expect(zonesOf('Strike at the port\n\nThe dockers went home on Tuesday.\n')).toEqual(['title', 'body'])
  expect(zonesOf('Milk and bread\n\nEggs, butter, and flour for the cake\n')).toEqual(['body', 'body'])
})
