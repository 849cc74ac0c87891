import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SnapRule, snapRules } from '../codebook/codebook.ts'
import { snapToGraphemes, trimSpace } from '../text/characters.ts'
import { anySpan, anyText } from './drawn.laws.ts'
import { snapTo } from './snap.ts'

/** Spans are drawn by ⟦ and ⟧, since quotation marks are what this is about. */
const drawn = (picture: string) => ({
  text: picture.replace(/[⟦⟧]/g, ''),
  span: { start: picture.indexOf('⟦'), end: picture.indexOf('⟧') - 1 },
})
const snap = (rules: readonly SnapRule[], picture: string) => {
  const { text, span } = drawn(picture)
  const { span: now, by } = snapTo(rules, text, span, [{ start: 0, end: text.length }])
  return { is: `${text.slice(0, now.start)}⟦${text.slice(now.start, now.end)}⟧${text.slice(now.end)}`, by }
}

test.each([
  ['a cut word grows', 'The fe⟦rry san⟧k', 'The ⟦ferry sank⟧'],
  ['words stay', 'The ⟦ferry⟧ sank', 'The ⟦ferry⟧ sank'],
  ['a name before its genitive stays', '⟦Putin⟧’s ally', '⟦Putin⟧’s ally'],
  ['a name after its article stays', 'l’⟦Iran⟧', 'l’⟦Iran⟧'],
  ['Chinese names stay', '王⟦毅⟧说', '王⟦毅⟧说'],
  ['an Arabic word grows', 'وق⟦ال بو⟧تين', '⟦وقال بوتين⟧'],
  ['characters beyond the first plane', '𝒜⟦𝒷⟧𝒸 x', '⟦𝒜𝒷𝒸⟧ x'],
])('whole words: %s', (_what, was, is) => {
  expect(snap(['whole-words'], was).is).toBe(is)
})

test.each([
  ['marks around', 'He said ⟦“We will go”⟧.', 'He said “⟦We will go⟧”.'],
  ['with the full stop after', 'It ⟦"will be replaced".⟧', 'It "⟦will be replaced⟧".'],
  ['with the comma inside', '⟦“We will go,”⟧ he said', '“⟦We will go⟧,” he said'],
  ['the comma alone', '“⟦We will go,⟧” he said', '“⟦We will go⟧,” he said'],
  ['one mark', 'He said ⟦“We will⟧ go”.', 'He said “⟦We will⟧ go”.'],
  ['the other mark', 'He said “We ⟦will go”⟧.', 'He said “We ⟦will go⟧”.'],
  ['German', '⟦„Das war’s“⟧, sagte er', '„⟦Das war’s⟧“, sagte er'],
  ['French, with its spaces', '⟦« Oui »⟧', '« ⟦Oui⟧ »'],
  ['quotations in quotations', '⟦“‘Stop!’”⟧ he cried', '“‘⟦Stop!⟧’” he cried'],
  ['Japanese', '⟦「平和」⟧と述べた', '「⟦平和⟧」と述べた'],
  ['not those inside', '⟦“Green” energy and “grey”⟧', '⟦“Green” energy and “grey”⟧'],
  ['not apostrophes', '⟦’Twas the dogs’⟧ fault', '⟦’Twas the dogs’⟧ fault'],
  ['never all of it', 'He said ⟦”⟧', 'He said ⟦”⟧'],
])('quotation marks are left out: %s', (_what, was, is) => {
  expect(snap(['trim-quotes'], was).is).toBe(is)
})

test.each([
  [
    'said X that',
    '⟦The mayor of Ferrow said on Monday that the old bridge will fall⟧',
    'The mayor of Ferrow said on Monday that ⟦the old bridge will fall⟧',
  ],
  [
    'only up to “that”, not up to a quotation further on',
    '⟦She said that the bridge “will fall”⟧',
    'She said that ⟦the bridge “will fall”⟧',
  ],
  ['said that', '⟦said that the bridge will fall⟧', 'said that ⟦the bridge will fall⟧'],
  ['a colon', '⟦The mayor told reporters: “It will fall.”⟧', 'The mayor told reporters: ⟦“It will fall.”⟧'],
  ['a comma before the quotation', '⟦She said on Monday, “It will fall”⟧', 'She said on Monday, ⟦“It will fall”⟧'],
  ['a bare said', '⟦Officials said the bridge will fall⟧', 'Officials said ⟦the bridge will fall⟧'],
  ['she said', '⟦The bridge will fall, she said⟧.', '⟦The bridge will fall⟧, she said.'],
  ['said the mayor', '⟦“It will fall,” said Ana Prado, the mayor⟧.', '⟦“It will fall,”⟧ said Ana Prado, the mayor.'],
  [
    'the ministry said on Monday',
    '⟦It will fall, the ministry said on Monday⟧.',
    '⟦It will fall⟧, the ministry said on Monday.',
  ],
  [
    'according to, after',
    '⟦The bridge will fall, according to two officials⟧.',
    '⟦The bridge will fall⟧, according to two officials.',
  ],
  [
    'according to, before',
    '⟦According to Tasnim, the bridge will fall⟧.',
    'According to Tasnim, ⟦the bridge will fall⟧.',
  ],
  ['sagte er', '⟦„Die Brücke fällt“, sagte er⟧.', '⟦„Die Brücke fällt“⟧, sagte er.'],
  ['sagte, dass', '⟦Die Ministerin sagte, dass die Brücke fällt⟧.', 'Die Ministerin sagte, dass ⟦die Brücke fällt⟧.'],
  ['X zufolge', '⟦Die Brücke fällt, der Polizei zufolge⟧.', '⟦Die Brücke fällt⟧, der Polizei zufolge.'],
  [
    'a déclaré X',
    '⟦« Le pont va tomber », a déclaré Anne Hidalgo⟧.',
    '⟦« Le pont va tomber »⟧, a déclaré Anne Hidalgo.',
  ],
  ['a déclaré que', '⟦Le maire a déclaré que le pont va tomber⟧.', 'Le maire a déclaré que ⟦le pont va tomber⟧.'],
  ['a dit qu’', '⟦Il a dit qu’elle partira⟧.', 'Il a dit qu’⟦elle partira⟧.'],
  ['explique-t-il', '⟦Le pont va tomber, explique-t-il⟧.', '⟦Le pont va tomber⟧, explique-t-il.'],
  ['selon', '⟦Le pont va tomber, selon la police⟧.', '⟦Le pont va tomber⟧, selon la police.'],
  ['dijo que', '⟦El alcalde dijo que el puente caerá⟧.', 'El alcalde dijo que ⟦el puente caerá⟧.'],
  ['dijo X', '⟦El puente caerá, dijo Ana Prado⟧.', '⟦El puente caerá⟧, dijo Ana Prado.'],
])('who said it is left out: %s', (_what, was, is) => {
  expect(snap(['trim-reporting'], was).is).toBe(is)
})

test.each([
  '⟦the bridge will fall⟧',
  '⟦She said⟧',
  '⟦said the mayor of Ferrow⟧',
  '⟦The mayor said yes⟧',
  '⟦“We go,” she said, “and we stay.”⟧',
  '⟦The bridge fell, and the mayor said so⟧',
  '⟦The plan, announced in May, failed⟧',
  '⟦The group, which said nothing, left⟧',
  '⟦They were told to leave⟧',
  '⟦The fee, added to the list⟧',
  '⟦Ana Prado, the mayor⟧',
  '⟦The road is closed, said to be unsafe⟧',
  '⟦Er kam, die Stadt war leer⟧',
])('what only looks like it stays: %s', picture => {
  expect(snap(['trim-reporting'], picture)).toEqual({ is: picture, by: [] })
})

test('rules work together, and say which of them changed something', () => {
  expect(snap(snapRules, '⟦“We will go,” said Ana Pra⟧do.')).toEqual({
    is: '“⟦We will go⟧,” said Ana Prado.',
    by: ['whole-words', 'trim-quotes', 'trim-reporting'],
  })
  expect(snap(['whole-words', 'trim-quotes'], 'a ⟦ferry⟧')).toEqual({ is: 'a ⟦ferry⟧', by: [] })
  expect(snap([], '⟦“x”⟧').by).toEqual([])
})

test('in a quotation through paragraphs the mark that opens each is left out', () => {
  const text = '“First.\n\n“Second,” he said.\n'
  const blocks = [
    { start: 0, end: 8 },
    { start: 8, end: 9 },
    { start: 9, end: text.length },
  ]
  expect(snapTo(['trim-quotes'], text, { start: 0, end: 7 }, blocks).span).toEqual({ start: 1, end: 7 })
})

const parts = fc.constantFrom(
  '“',
  '”',
  '"',
  '’',
  '„',
  '« ',
  ' »',
  'she said',
  ', ',
  ': ',
  'that ',
  'The mayor ',
  'word',
  '. ',
  '\n',
  '\u0301',
  '中',
  '💩',
  'sagte er',
  ' a déclaré ',
  'according to X',
)
const texts = fc
  .array(fc.oneof({ weight: 5, arbitrary: parts }, anyText), { minLength: 1, maxLength: 20 })
  .map(all => all.join(''))

test('snapping is done once and for all, cuts no character, and never leaves nothing', () => {
  fc.assert(
    fc.property(
      texts.chain(text => fc.tuple(fc.constant(text), anySpan(text), fc.subarray([...snapRules]))),
      ([text, any, rules]) => {
        const span = trimSpace(text, snapToGraphemes(text, any))
        if (!span) return
        const blocks = [{ start: 0, end: text.length }]
        const { span: now, by } = snapTo(rules, text, span, blocks)
        expect(now.start < now.end).toBe(true)
        expect(snapToGraphemes(text, now)).toEqual(now)
        expect(trimSpace(text, now)).toEqual(now)
        expect(snapTo(rules, text, now, blocks)).toEqual({ span: now, by: [] })
        expect(by.length > 0).toBe(now.start !== span.start || now.end !== span.end)
      },
    ),
    { numRuns: 3000 },
  )
})
