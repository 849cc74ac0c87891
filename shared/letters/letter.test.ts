import { expect, test } from 'vitest'
import type { Comment } from '../annotation/comment.ts'
import type { Verdict } from '../annotation/verdict.ts'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { threadsOf, type Voice } from '../discussion/threads.ts'
import type { Case, Opinion } from '../review/case.ts'
import { words as en } from '../words/words.ts'
import { contextOf, type LetterGround, letterOf, letterPart } from './letter.ts'
import { letterHtml } from './letterHtml.ts'
import { letterMarkdown } from './letterMarkdown.ts'

const text = 'The minister said the bridge is safe. Critics called <b>this</b> a lie, loudly.'
const says = (digit: string) => digit.repeat(64)

function opinion(layer: string, words: string, more: Partial<Opinion> = {}): Opinion {
  const start = text.indexOf(words)
  return {
    ...{
      layer,
      annotation: `${layer}-${start}`,
      revision: 3,
      says: says('a'),
      tag: 'claim',
      attributes: {},
      links: [],
    },
    spans: [{ start, end: start + words.length }],
    quote: words,
    ...more,
  }
}

function meeting(opinions: readonly Opinion[], more: Partial<Case> = {}): Case {
  const [first] = opinions
  return {
    ...{ id: first!.annotation, kinds: ['same'], differences: [], opinions, before: '', after: '', weight: 1 },
    silent: ['bob', 'gold-alice'].filter(layer => !opinions.some(one => one.layer === layer)),
    ...{ extent: first!.spans[0]!, state: 'decided', verdicts: [], gold: [] },
    ...more,
  }
}

function verdictOn(one: Opinion, verdict: string, more: Partial<Verdict> = {}): Verdict {
  const { layer, annotation, revision, says } = one
  return { id: `v-${annotation}`, on: { layer, annotation, revision, says }, verdict, created: '2031-01-01', ...more }
}

const ground: LetterGround = {
  ...{ annotator: 'bob', gold: 'gold-alice', entities: new Map() },
  codebook: {
    ...defaultCodebook,
    reasons: [{ id: 'too-long', label: 'Too long', guidance: 'A claim ends with its clause.' }],
  },
  isBlind: false,
}

function letter(cases: readonly Case[], name = 'Bob Diaz', voices: readonly Voice[] = [], isUnfinished = false) {
  const article = {
    path: 'bridge.txt',
    title: 'The bridge',
    text,
    textSha256: says('e'),
    cases,
    threads: threadsOf(voices),
    isUnfinished,
  }
  const head = { id: 'letter-1', workspace: 'Bridges', from: 'Alice', made: '2031-03-04T09:00:00.000Z' }
  return letterOf({ ...head, to: { id: 'bob', name } }, [letterPart(article, ground)])
}

const kindsOf = (cases: readonly Case[]) => letter(cases).groups.map(({ kind, told }) => [kind, told.length] as const)

test('what was rejected, missed and changed is told by kind, and what was right is counted', () => {
  const [rejected, right] = [opinion('bob', 'The minister'), opinion('bob', 'lie')]
  const [mine, final] = [opinion('bob', 'the bridge is safe'), opinion('gold-alice', 'bridge is safe')]
  const cases = [
    meeting([mine, final], {
      differences: [{ a: 'bob', b: 'gold-alice', differences: [{ kind: 'extent' }] }],
      verdicts: [verdictOn(mine, 'change', { reason: 'too-long', note: 'Without the article.' })],
    }),
    meeting([rejected], { verdicts: [verdictOn(rejected, 'reject')] }),
    meeting([opinion('gold-alice', 'Critics', { tag: 'actor' })]),
    meeting([right, opinion('gold-alice', 'lie')]),
    meeting([opinion('bob', 'loudly')]),
  ]
  const told = letter(cases)
  expect(told.groups.map(({ kind }) => kind)).toEqual(['not-kept', 'missed', 'extent'])
  expect(told).toMatchObject({ count: 3, right: 1, undecided: 1 })
  expect(told.groups[2]!.told[0]).toMatchObject({
    number: 3,
    reason: 'Too long',
    note: 'Without the article.',
    on: { layer: 'gold-alice', verdict: 'v-bob-18' },
    rows: [
      { name: 'Tag', said: 'Claim', final: 'Claim' },
      { name: 'Words', said: 'the bridge is safe', final: 'bridge is safe' },
    ],
  })
  expect(told.groups[2]!.told[0]!.paragraphs[0]).toEqual({ name: 'Too long', text: 'A claim ends with its clause.' })
})

test('what gold has otherwise is told without a verdict too; a verdict on what was said before is none', () => {
  const mine = opinion('bob', 'Critics')
  const final = opinion('gold-alice', 'Critics', { tag: 'actor' })
  const differences = [{ a: 'gold-alice', b: 'bob', differences: [{ kind: 'tag' as const }] }]
  expect(kindsOf([meeting([mine, final], { differences })])).toEqual([['tag', 1]])
  const before = verdictOn({ ...mine, says: says('b') }, 'reject')
  expect(letter([meeting([mine], { verdicts: [before] })])).toMatchObject({ count: 0, undecided: 1 })
})

test('what was accepted is right as long as gold has it so', () => {
  const mine = opinion('bob', 'Critics')
  const final = opinion('gold-alice', 'Critics')
  const verdicts = [verdictOn(mine, 'accept', { gold: final.annotation })]
  const otherwise = (kind: 'tag' | 'note') => [{ a: 'bob', b: 'gold-alice', differences: [{ kind }] }]
  expect(letter([meeting([mine, final], { verdicts })])).toMatchObject({ right: 1, count: 0 })
  expect(letter([meeting([mine, final], { verdicts, differences: otherwise('note') })])).toMatchObject({ right: 1 })
  expect(kindsOf([meeting([mine, final], { verdicts, differences: otherwise('tag') })])).toEqual([['tag', 1]])
  expect(letter([meeting([mine], { verdicts })])).toMatchObject({ right: 0, undecided: 1, count: 0 })
})

test('an article that the annotator doesn’t have holds nothing that they missed', () => {
  expect(kindsOf([meeting([opinion('gold-alice', 'Critics')], { silent: [] })])).toEqual([])
})

test('where an annotator is still at an article, what they haven’t isn’t told as missed, and the letter says so', () => {
  const [rejected, missed] = [opinion('bob', 'The minister'), opinion('gold-alice', 'Critics')]
  const turnedDown = meeting([rejected], { verdicts: [verdictOn(rejected, 'reject')] })
  const told = letter([turnedDown, meeting([missed])], 'Bob', [], true)
  expect(told).toMatchObject({ count: 1, groups: [{ kind: 'not-kept' }], unfinished: ['The bridge'] })
  for (const page of [letterHtml(told), letterMarkdown(told)]) expect(page).toContain('“The bridge”')
  expect(letter([turnedDown], 'Bob', [], true).unfinished).toEqual([])
  expect(letter([turnedDown, meeting([missed])])).toMatchObject({ count: 2, unfinished: [] })
})

test('an answer of which gold is made elsewhere stands beside it', () => {
  const mine = opinion('bob', 'The minister')
  const final = opinion('gold-alice', 'lie', { annotation: 'g1' })
  const cases = [meeting([mine], { verdicts: [verdictOn(mine, 'change', { gold: 'g1' })] }), meeting([final])]
  const { groups, count } = letter(cases)
  expect(groups.flatMap(({ told }) => told).map(({ rows }) => rows[1]!.final)).toEqual(['lie'])
  // It is told once, and as what it is: other words, and nothing that was missed.
  expect({ kinds: groups.map(({ kind }) => kind), count }).toEqual({ kinds: ['extent'], count: 1 })
  // What another annotator's became was missed all the same.
  const eves = opinion('eve', 'Critics')
  const others = [
    meeting([eves], { silent: ['bob'], verdicts: [verdictOn(eves, 'change', { gold: 'g1' })] }),
    meeting([final]),
  ]
  expect(kindsOf(others)).toEqual([['missed', 1]])
  // Whatever they differ in counts as it does within one place.
  const tagged = opinion('gold-alice', 'lie', { annotation: 'g1', tag: 'actor' })
  const changed = [meeting([mine], { verdicts: [verdictOn(mine, 'change', { gold: 'g1' })] }), meeting([tagged])]
  expect(kindsOf(changed)).toEqual([['tag', 1]])
})

test('what somebody disagreed with is told as open until that is resolved, whether a verdict was given or not', () => {
  const [rejected, missed] = [opinion('bob', 'The minister'), opinion('gold-alice', 'Critics')]
  const cases = [meeting([rejected], { verdicts: [verdictOn(rejected, 'reject')] }), meeting([missed])]
  const no = (id: string, on: Comment['on'], kind = 'disagree', created = '2031-02-01T09:00:00.000Z') => {
    return { id, kind, on, text: 'No.', created }
  }
  const against = no('c1', { layer: 'gold-alice', verdict: 'v-bob-0' })
  const disagrees = [against, no('c2', { layer: 'gold-alice', annotation: missed.annotation })]
  const told = letter(cases, 'Bob', [{ layer: 'bob-letters', comments: disagrees }])
  expect(told).toMatchObject({ count: 2, disputed: 2 })
  for (const page of [letterHtml(told), letterMarkdown(told)]) {
    expect(page).toContain('2 of these are still being discussed')
    expect(page.split(en.letters.isOpen)).toHaveLength(3)
  }
  const settled = no('c3', { layer: 'bob-letters', comment: 'c1' }, 'resolve', '2031-02-02T09:00:00.000Z')
  expect(letter(cases, 'Bob', [{ layer: 'bob-letters', comments: [against, settled] }]).disputed).toBe(0)
})

test('the words stand among those around them, cut between words and never within a character', () => {
  const long = `${'word '.repeat(60)}here${' more'.repeat(60)}`
  const [before, marked, after] = contextOf(long, [{ start: 300, end: 304 }])
  expect(marked).toEqual({ text: 'here', isMarked: true })
  expect(before!.text).toMatch(/^… word /)
  expect(after!.text).toMatch(/ more …$/)
  const emoji = '😀'.repeat(300)
  const around = contextOf(emoji, [{ start: 302, end: 304 }]).map(({ text }) => encodeURIComponent(text))
  expect(around).toHaveLength(3)
  expect(
    contextOf('a «b» c', [
      { start: 2, end: 3 },
      { start: 4, end: 5 },
    ]).map(({ text }) => text),
  ).toEqual([...['a ', '«', 'b', '»', ' c']])
})

const hostile = () => {
  const mine = opinion('bob', '<b>this</b>', { note: '</textarea><script>alert(1)</script>' })
  return letter(
    [meeting([mine], { verdicts: [verdictOn(mine, 'reject', { note: '**“><img src=x onerror=alert(1)>' })] })],
    '<i>Bob</i>',
  )
}

test('nothing that others wrote is markup in the page', () => {
  const page = letterHtml(hostile())
  expect(page).not.toMatch(/<b>|<i>|<img|<script>alert/)
  expect(page).toContain('&lt;b&gt;this&lt;/b&gt;')
  expect(page).toMatch(/default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]+&#39;; script-src &#39;sha256-/)
})

test('nor in Markdown', () => {
  const markdown = letterMarkdown(hostile())
  expect(markdown).not.toMatch(/(?<!\\)<|(?<!\\)\[/)
  expect(markdown).toContain('\\*\\*“')
  expect(markdown).toContain('\\<b\\>this\\</b\\>')
  expect(markdown).toContain('I disagree with 1, because')
})

test('a letter without corrections says so, and has nothing to answer', () => {
  const right = meeting([opinion('bob', 'lie'), opinion('gold-alice', 'lie')])
  const told = letter([right])
  expect(letterHtml(told)).toContain('There is nothing to correct.')
  expect(letterHtml(told)).not.toContain('id="save"')
  expect(letterMarkdown(told)).not.toContain('disagree')
})

test('a reason is called what it was called when it was given; a standard one by its name, though the codebook has others', () => {
  const one = opinion('bob', 'The minister')
  const reasonOf = (more: Partial<Verdict>) =>
    letter([meeting([one], { verdicts: [verdictOn(one, 'reject', more)] })]).groups[0]!.told[0]!.reason
  expect(reasonOf({ reason: 'too-long', reasonLabel: 'Longer than the rule' })).toBe('Longer than the rule')
  expect(reasonOf({ reason: 'gone', reasonLabel: 'No longer there' })).toBe('No longer there')
  expect(reasonOf({ reason: 'not-one' })).toBe('Isn’t one')
  expect(reasonOf({ reason: 'of-nobody' })).toBe('of-nobody')
})
