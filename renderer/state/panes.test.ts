import { expect, test } from 'vitest'
import { DRAWER_LEAST, drawerMost, layOut } from './panes.ts'

const wanted = { articles: true, inspector: true, articlesWidth: 280, inspectorWidth: 320 }

test('a small laptop shows list, text and inspector side by side', () => {
  expect(layOut({ width: 1280, over: null }, wanted)).toEqual({ articles: 'beside', inspector: 'beside' })
})

test('where there is no room the list folds away before the inspector does', () => {
  expect(layOut({ width: 900, over: null }, wanted)).toEqual({ articles: 'away', inspector: 'beside' })
  expect(layOut({ width: 700, over: null }, wanted)).toEqual({ articles: 'away', inspector: 'away' })
})

test('while a case is decided the text gives way to it, and the list too', () => {
  const deciding = (width: number) => layOut({ width, over: null, isDeciding: true }, wanted)
  expect(deciding(700)).toEqual({ articles: 'away', inspector: 'beside' })
  expect(deciding(600)).toEqual({ articles: 'away', inspector: 'away' })
})

test('a pane without room that is asked for lies over the text', () => {
  expect(layOut({ width: 900, over: 'articles' }, wanted)).toEqual({ articles: 'over', inspector: 'beside' })
})

test('a pane that is not wanted leaves its room to the other', () => {
  expect(layOut({ width: 900, over: null }, { ...wanted, inspector: false })).toEqual({
    articles: 'beside',
    inspector: 'away',
  })
})

test('the pane below leaves eight lines of the text, however small the window', () => {
  const lines = { small: 17 * 1.6, medium: 19 * 1.6, large: 22 * 1.55 }
  for (const textSize of ['small', 'medium', 'large'] as const) {
    expect(600 - drawerMost({ height: 600 }, { textSize })).toBeGreaterThan(8 * lines[textSize])
  }
  expect(drawerMost({ height: 300 }, { textSize: 'large' })).toBe(DRAWER_LEAST)
})
