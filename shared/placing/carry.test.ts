import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySpan, anyText, drawn } from '../annotation/drawn.laws.ts'
import { carry } from './carry.ts'
import { Terrain } from './terrain.ts'

const never = () => false

function carried(was: string, is: string) {
  const before = drawn(was)
  return carry(new Terrain(before.text, is.replace(/[«»]/g, ''), never), before.span, never)
}

const story =
  'Dockers walked out on Tuesday after a week of talks, and the «harbour master» called it a day of shame. Nobody knows when they will be back.'

const quoted = 'talks, and the harbour master called it a day of shame.'

const certain: [name: string, is: string, kind: string][] = [
  ['nothing changed', story, 'kept'],
  ['a paragraph came before it', `Updated in the evening.\n\n${story}`, 'moved'],
  ['a sentence came right after its own', story.replace('of shame.', 'of shame. He was alone.'), 'kept'],
  ['lines were wrapped anew around it', story.replace(/talks, /, 'talks,\n').replace('day of', 'day\nof'), 'kept'],
  ['line ends became CR LF', story.replaceAll('. ', '.\r\n'), 'kept'],
  ['a name far away was corrected', story.replace('Dockers', 'Dock workers'), 'moved'],
  [
    'its sentences are quoted elsewhere',
    `${story}\n\nA day later the paper wrote again: “${quoted}” That was all of it.`,
    'kept',
  ],
]
test.each(certain)('words stay certain when %s', (_name, is, kind) => {
  const now = drawn(is)
  expect(carried(story, is)).toEqual({ kind, span: now.span })
})

test('a paragraph that was moved whole takes its annotations with it', () => {
  const first = 'The mayor told nobody that the «old bridge» would be closed on Monday, and nobody asked her about it.'
  const second = 'Dockers walked out on Tuesday after a week of talks about shifts and pay, and the ships wait outside.'
  const now = drawn(`${second}\n\n${first}`)
  expect(carried(`${first}\n\n${second}`, now.text)).toEqual({ kind: 'moved', span: now.span })
})

const decided: [name: string, was: string, is: string, kind: string, candidates: string[]][] = [
  [
    'a letter in the words was corrected',
    story.replace('harbour master', 'harbor master'),
    story,
    'changed',
    ['harbour master'],
  ],
  [
    'a word was put in',
    story,
    story.replace('harbour master', 'harbour and port master'),
    'changed',
    ['harbour and port master'],
  ],
  [
    'a line end came into the words',
    story,
    story.replace('harbour master', 'harbour\nmaster'),
    'changed',
    ['harbour\nmaster'],
  ],
  ['a word was put right before them', story, story.replace('the «', 'the late «'), 'changed', ['harbour master']],
  ['other words stand there now', story, story.replace('harbour master', 'mayor'), 'lost', []],
  ['they are gone with all around them', `${story} Ships wait.`, 'Ships wait.', 'lost', []],
  [
    'the same paragraph was put in before or after theirs',
    `One.\n\n${story}\n\nTwo.`,
    `One.\n\n${story}\n\n${story}\n\nTwo.`,
    'ambiguous',
    ['harbour master', 'harbour master'],
  ],
  [
    'a name was put in beside the same name',
    'Last night all of them saw «Robin» on the stage, and nobody minded it at all.',
    'Last night all of them saw Robin Robin on the stage, and nobody minded it at all.',
    'ambiguous',
    ['Robin', 'Robin'],
  ],
  [
    'they were touched where they stood, and a copy of the old ones came elsewhere',
    story,
    `${story.replace('harbour master called', 'harbour master never called')}\n\nCorrection: earlier we wrote: ${story}`,
    'ambiguous',
    ['harbour master', 'harbour master'],
  ],
  [
    'all around them was written anew but a few words that anybody might write again',
    'The mayor promised that «the» deal of the year 2031 was off, and Robin wrote it.',
    'A spokesman told us that the deal of the year 2031 was off, and nobody denied that. It rained.',
    'changed',
    ['the'],
  ],
  [
    'one of two paragraphs that were the same was taken away',
    `${story}\n\n${story.replace(/[«»]/g, '')}\n\nNobody minded.`,
    `${story}\n\nNobody minded.`,
    'changed',
    ['harbour master'],
  ],
]
test.each(decided)('a person decides when %s', (_name, was, is, kind, candidates) => {
  const place = carried(was, is)
  const now = is.replace(/[«»]/g, '')
  expect(place.kind).toBe(kind)
  expect('candidates' in place && place.candidates.map(({ span }) => now.slice(span.start, span.end))).toEqual(
    candidates,
  )
})

test('other places that have an old place of their own are no candidates', () => {
  const was =
    'First of all Robin spoke for an hour. Then the tall «Robin» sang, and at last Robin left the town for good.'
  const is =
    'First of all Robin spoke for an hour. Then the tall visitors sang, and at last Robin left the town for good.'
  expect(carried(was, is)).toMatchObject({ kind: 'lost', candidates: [] })
})

test('whatever is put into whatever text: certain words stand there letter for letter, and nothing throws', () => {
  const cases = anyText.chain(text => fc.tuple(fc.constant(text), anySpan(text), anyText, fc.nat(text.length)))
  fc.assert(
    fc.property(cases, ([text, span, insert, cut]) => {
      const now = text.slice(0, cut) + insert + text.slice(cut)
      const place = carry(new Terrain(text, now, never), span, never)
      if ('span' in place) expect(now.slice(place.span.start, place.span.end)).toBe(text.slice(span.start, span.end))
      else
        for (const { span: there } of place.candidates) {
          expect(there.start).toBeGreaterThanOrEqual(0)
          expect(there.start).toBeLessThan(there.end)
          expect(there.end).toBeLessThanOrEqual(now.length)
        }
    }),
    { numRuns: 1000 },
  )
})

test('where time runs out nothing is certain, and the place is still offered', () => {
  const before = drawn(story)
  const now = `Updated. ${'One more word. '.repeat(400)}${before.text.replace('Dockers', 'Dock workers')}${' And more of it.'.repeat(400)}`
  const was = `${'Of old. '.repeat(300)}${before.text}`
  const span = { start: before.span.start + 2400, end: before.span.end + 2400 }
  expect('span' in carry(new Terrain(was, now, never), span, never)).toBe(true)
  const hurried = new Terrain(was, now, () => true)
  expect(hurried.isWhole).toBe(false)
  expect('span' in carry(hurried, span, () => true)).toBe(false)
})
