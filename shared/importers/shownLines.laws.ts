import { expect } from 'vitest'
import type { Article } from '../article/article.ts'

/** Every line of an article with what it is, for tests of readers; its blocks have to be the whole text in order. */
export function shownLines({ text, blocks }: Article): string[] {
  expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
  return blocks.map(({ start, end, zone }) => `${zone}: ${text.slice(start, end).trimEnd()}`)
}
