import { expect, test } from 'vitest'
import { isPattern, USUAL_PATTERN, wordsByPattern } from './namePattern.ts'

const ferry = {
  ...{ date: '2031-03-04', outlet: 'The Port_Gazette', section: '', name: 'download-17' },
  title: 'The harbour’s “last” ferry: Ärger über 3 Boote',
}

test.each([
  [USUAL_PATTERN, ferry, '2031-03-04_The-Port-Gazette_the-harbours-last-ferry-ärger-über-3-boote'],
  ['{date} {title}', ferry, '2031-03-04 The harbour’s “last” ferry: Ärger über 3 Boote'],
  ['{outlet}_{section}_{name}', ferry, 'The-Port-Gazette_download-17'],
  [USUAL_PATTERN, { ...ferry, date: '', outlet: '' }, 'the-harbours-last-ferry-ärger-über-3-boote'],
  [USUAL_PATTERN, { ...ferry, title: '' }, '2031-03-04_The-Port-Gazette_download-17'],
  [USUAL_PATTERN, { ...ferry, title: '渡船停航', outlet: '港口日報' }, '2031-03-04_港口日報_渡船停航'],
  ['{slug}', { ...ferry, title: 'word '.repeat(30) }, 'word-'.repeat(12).slice(0, -1)],
  [USUAL_PATTERN, { date: '', outlet: '', section: '', name: '', title: '' }, ''],
])('%s names an article by what is known of it', (pattern, named, words) => {
  expect(wordsByPattern(pattern, named)).toBe(words)
})

test.each([
  ['{date}_{slug}', true],
  ['{slug}', true],
  ['article', false],
  ['{day}', false],
  ['{}', false],
  ['../{slug}', false],
  ['a\\{slug}', false],
])('whether %s can name articles: %s', (pattern, is) => {
  expect(isPattern(pattern)).toBe(is)
})
