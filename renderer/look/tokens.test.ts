import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast, papers, paperUnder, tintOn } from '../../shared/codebook/colours.ts'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { tagInk } from './tagInk.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** A token's colour in a theme, as the style sheet says it. */
function token(name: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)
  if (!found) throw new RangeError(`There is no token ${name}`)
  return found[theme === 'light' ? 1 : 2]!
}

const themes = ['light', 'dark'] as const
const grounds = ['paper', 'desk', 'raised', 'well', 'hover', 'chosen'] as const

test.each(themes)('all text can be read on all grounds (%s)', theme => {
  const dim: string[] = []
  for (const ground of grounds) {
    for (const text of ['ink', 'soft', 'faint', 'accent', 'wrong'] as const) {
      const value = contrast(token(text, theme), token(ground, theme))
      if (value < 4.5) dim.push(`${text} on ${ground}: ${value.toFixed(2)}`)
    }
  }
  expect(dim).toEqual([])
  expect(contrast(token('on-accent', theme), token('accent', theme))).toBeGreaterThanOrEqual(4.5)
})

test.each(themes)('edges of fields and the focus can be seen on all grounds (%s)', theme => {
  for (const ground of grounds) {
    for (const edge of ['line-strong', 'accent'] as const) {
      expect(contrast(token(edge, theme), token(ground, theme)), `${edge} on ${ground}`).toBeGreaterThanOrEqual(2.8)
    }
  }
})

test.each(themes)('the page is of the same colours for style sheet and arithmetic (%s)', theme => {
  const { paper, ink, faint, selection } = papers[theme]
  expect(['paper', 'ink', 'faint', 'selection'].map(name => token(name, theme))).toEqual([paper, ink, faint, selection])
})

test.each(themes)('the name of every tag can be read on every ground, over its own fill (%s)', theme => {
  for (const { id, colour } of defaultCodebook.tags) {
    const inks = /light-dark\((#\w+), (#\w+)\)/.exec(tagInk(colour).ink)!
    const ink = inks[theme === 'light' ? 1 : 2]!
    for (const ground of grounds) {
      const under = paperUnder(token(ground, theme), tintOn(papers[theme], colour))
      expect(contrast(ink, under), `${id} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})
