import { expect, test } from 'vitest'
import { wordings } from './wording.ts'

const shown = (pieces: ReturnType<typeof wordings>['was']) =>
  pieces
    .map(
      ({ text, isQuote, isDifferent }) =>
        `${isQuote ? '[' : ''}${isDifferent ? `*${text}*` : text}${isQuote ? ']' : ''}`,
    )
    .join('')

test('what one version has and the other hasn’t is told word by word, and which words are annotated', () => {
  const was = { before: 'the mayor, ', quote: 'Anna Nazarbayev', after: ', spoke for an hour' }
  const is = { before: 'the mayor, ', quote: 'Anna Nazarbaev', after: ', spoke for two hours' }
  const cut = wordings(was, is)
  expect(shown(cut.was)).toBe('the mayor, [Anna ][*Nazarbayev*], spoke for an hour')
  expect(shown(cut.is)).toBe('the mayor, [Anna ][*Nazarbaev*], spoke for two hours')
})
