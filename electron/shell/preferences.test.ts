import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { grounds, preferences } from './preferences.ts'

test('a page has no rights beyond its screen and its bridge', () => {
  expect(preferences('/out/preload.cjs', false)).toEqual({
    preload: '/out/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: false,
    v8CacheOptions: 'bypassHeatCheck',
  })
})

test('development adds the developer tools and nothing else', () => {
  expect(preferences('/p', true)).toEqual({ ...preferences('/p', false), devTools: true })
})

test('a window has the ground that its page is going to have', async () => {
  const tokens = await readFile(new URL('../../renderer/look/tokens.css', import.meta.url), 'utf8')
  expect(tokens).toContain(`--desk: light-dark(${grounds.light}, ${grounds.dark})`)
})
