import { expect, test } from 'vitest'
import { CannotStart } from './cannotStart.ts'
import { appWords, readWords, switchesFor } from './startWords.ts'

test('paths are as seen from where they were typed', () => {
  expect(readWords(['news', '--capture', '../p.png'], '/home/ada')).toEqual({
    folder: '/home/ada/news',
    capture: '/home/p.png',
  })
})

test('nothing asked is nothing passed on', () => {
  expect(readWords([], '/home/ada')).toEqual({})
  expect(appWords('/stet', [], {})).toEqual(['/stet'])
})

test('a picture may be named in one word, before the folder', () => {
  expect(readWords(['--capture=p.png', 'news'], '/a')).toEqual({ folder: '/a/news', capture: '/a/p.png' })
})

for (const words of [['--capture'], ['--capture', '--x'], ['--capture='], ['--colour'], ['one', 'two']])
  test(`'${words.join(' ')}' is refused with the usage`, () => {
    expect(() => readWords(words, '/a')).toThrow(CannotStart)
  })

test("the app's own folder comes before everything that was asked for", () => {
  expect(appWords('/stet', ['--no-sandbox'], { folder: '/news', capture: '/p.png' })).toEqual([
    '/stet',
    '--no-sandbox',
    '/news',
    '--capture',
    '/p.png',
  ])
})

test('only root goes without the sandbox', () => {
  expect(switchesFor({ DISPLAY: ':0' }, 0)).toEqual(['--no-sandbox'])
  expect(switchesFor({ DISPLAY: ':0' }, 1000)).toEqual([])
  expect(switchesFor({ DISPLAY: ':0' }, undefined)).toEqual([])
})

test('Wayland is named where there is nothing else', () => {
  expect(switchesFor({ WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toEqual(['--ozone-platform=wayland'])
  expect(switchesFor({ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, 1000)).toEqual([])
})
