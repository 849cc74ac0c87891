import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLaunchArguments } from './launchArguments.ts'

const nothing = { open: null, capture: null, profile: null, annotator: null, language: null }
const read = (line: string, packaged = false) =>
  readLaunchArguments(line.split(' '), { workingFolder: resolve('/home/ada'), packaged })

test('the app’s own folder is not what a person opens', () => {
  expect(read('electron /app')).toEqual(nothing)
  expect(read('electron /app corpus')).toEqual({ ...nothing, open: resolve('/home/ada/corpus') })
})

test('a packaged program has no folder of its own on the command line', () => {
  expect(read('stet', true)).toEqual(nothing)
  expect(read('stet corpus', true)).toEqual({ ...nothing, open: resolve('/home/ada/corpus') })
})

test('switches of Chromium’s and Electron’s are passed over, wherever they stand', () => {
  const line =
    'electron --no-sandbox --inspect=0 -r loader.js --remote-debugging-port=0 /app --ozone-platform=x11 corpus -x --lang=en'
  expect(read(line)).toEqual({ ...nothing, open: resolve('/home/ada/corpus') })
})

test('what is ours may stand before or behind the folder, with or without =', () => {
  const all = {
    open: resolve('/home/ada/corpus'),
    capture: resolve('/home/ada/a.png'),
    profile: resolve('/elsewhere'),
    annotator: 'Zoë',
    language: 'en-XA',
  }
  expect(read('electron /app corpus --capture a.png --profile /elsewhere --annotator Zoë --language en-XA')).toEqual(
    all,
  )
  expect(read('electron --capture=a.png /app --profile=/elsewhere --annotator=Zoë --language=en-XA corpus')).toEqual(
    all,
  )
})

test('a name may hold spaces, line ends and =', () => {
  const argv = ['electron', '/app', '--annotator', 'Zoë Å. =x', '--capture=a\nb=c.png']
  const { annotator, capture } = readLaunchArguments(argv, { workingFolder: '/home/ada', packaged: false })
  expect(annotator).toBe('Zoë Å. =x')
  expect(capture).toBe(resolve('/home/ada/a\nb=c.png'))
})

test('a switch without its value says nothing, and takes no switch for a value', () => {
  expect(read('electron /app --capture')).toEqual(nothing)
  expect(read('electron /app --capture --no-sandbox corpus')).toEqual({ ...nothing, open: resolve('/home/ada/corpus') })
  expect(read('electron /app --annotator=')).toEqual(nothing)
})

test('behind -- a name may begin with a dash', () => {
  expect(read('electron /app -- --capture')).toEqual({ ...nothing, open: resolve('/home/ada/--capture') })
})

test('whatever the words are, it answers, and paths are absolute', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.boolean(), (argv, packaged) => {
      const said = readLaunchArguments(argv, { workingFolder: resolve('/home/ada'), packaged })
      for (const path of [said.open, said.capture, said.profile]) if (path !== null) expect(resolve(path)).toBe(path)
    }),
  )
})
