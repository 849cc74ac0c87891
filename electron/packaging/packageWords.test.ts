import { expect, test } from 'vitest'
import { readPackageWords } from './packageWords.ts'

const read = (...words: string[]) => readPackageWords(words, { calledFrom: '/home/ada', usually: '/stet/dist' })

test('folders are seen from where the command was typed', () => {
  expect(read('--runtime', 'electron')).toEqual({ runtime: '/home/ada/electron', to: '/stet/dist' })
  expect(read('--to=here', '--runtime=/opt/electron')).toEqual({ runtime: '/opt/electron', to: '/home/ada/here' })
})

test.each([
  [['--runtime'], '--runtime needs the name of a folder.'],
  [['--runtime', '--to'], '--runtime needs the name of a folder.'],
  [['--to', 'here'], 'Packaging needs an Electron release to package with.'],
  [['electron'], 'Packaging does not know electron.'],
])('%j is answered by what is missing', (words, sentence) => {
  expect(() => read(...words)).toThrow(sentence)
})
