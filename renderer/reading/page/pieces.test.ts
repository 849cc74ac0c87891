import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../../shared/article/article.ts'
import { blockSpans } from '../../../shared/article/blocks.ts'
import { Chunks } from './chunks.ts'
import { LONGEST_PIECE, Pieces } from './pieces.ts'

const blocksOf = (text: string): Block[] => blockSpans(text).map(span => ({ ...span, zone: 'body', by: 'reader' }))
const piecesOf = (text: string) => new Pieces(text, blocksOf(text))
const lines = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 120 })
  .map(words => words.join('\n'))

test('pieces are the text in order, without a gap', () => {
  fc.assert(
    fc.property(lines, text => {
      const pieces = piecesOf(text)
      let reached = 0
      for (let piece = 0; piece < pieces.count; piece++) {
        expect(pieces.start(piece)).toBe(reached)
        reached = pieces.end(piece)
      }
      expect(reached).toBe(text.length)
    }),
  )
})

test('the piece at an offset holds it; the last one holds the end of the text', () => {
  fc.assert(
    fc.property(lines, fc.nat(), (text, number) => {
      const pieces = piecesOf(text)
      const offset = number % (text.length + 1)
      const piece = pieces.at(offset)
      expect(pieces.start(piece)).toBeLessThanOrEqual(offset)
      if (offset < text.length) expect(pieces.end(piece)).toBeGreaterThan(offset)
      else expect(piece).toBe(pieces.count - 1)
    }),
  )
})

test('a short block is one piece', () => {
  const pieces = piecesOf('one\n\nthree\n')
  expect([pieces.count, pieces.block(0), pieces.block(2)]).toEqual([3, 0, 2])
})

test('an empty article has one empty piece', () => {
  const pieces = piecesOf('')
  expect([pieces.count, pieces.start(0), pieces.end(0), pieces.at(0)]).toEqual([1, 0, 0, 0])
})

test('a long line is cut where sentences end, if any do', () => {
  const text = 'He said it twice. “They heard it 3.5 times.” '.repeat(2_000)
  const pieces = piecesOf(text)
  expect(pieces.count).toBeGreaterThan(10)
  for (let piece = 1; piece < pieces.count; piece++) {
    expect(text.slice(0, pieces.start(piece))).toMatch(/(twice\.|times\.”) $/)
  }
})

test('a long line is cut after spaces, and all its pieces are of one block', () => {
  const text = 'word '.repeat(20_000)
  const pieces = piecesOf(text)
  expect(pieces.count).toBeGreaterThan(10)
  for (let piece = 0; piece < pieces.count; piece++) {
    expect(pieces.block(piece)).toBe(0)
    expect(pieces.end(piece) - pieces.start(piece)).toBeLessThanOrEqual(LONGEST_PIECE)
    if (piece > 0) expect(text.charAt(pieces.start(piece) - 1)).toBe(' ')
  }
})

test('a long line without spaces is cut between characters, never within one', () => {
  const text = '👩‍👩‍👧‍👦'.repeat(5_000)
  const pieces = piecesOf(text)
  expect(pieces.count).toBeGreaterThan(3)
  for (let piece = 0; piece < pieces.count; piece++) expect(pieces.start(piece) % 11).toBe(0)
})

test('what can nowhere be broken is cut short', () => {
  const pieces = piecesOf('x'.repeat(50_000))
  for (let piece = 0; piece < pieces.count; piece++) expect(pieces.end(piece) - pieces.start(piece)).toBeLessThan(2_500)
})

test('chunks are the pieces in order; each but the last is worth mounting, none is too much for a frame', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 4_000 }), { minLength: 1, maxLength: 60 }), lengths => {
      const text = lengths.map(length => `${'a b '.repeat(length / 4)}\n`).join('')
      const pieces = piecesOf(text)
      const chunks = new Chunks(pieces)
      let reached = 0
      for (let chunk = 0; chunk < chunks.count; chunk++) {
        expect(chunks.first(chunk)).toBe(reached)
        reached = chunks.last(chunk)
        const { start, end } = chunks.span(chunk)
        expect(chunks.at(start)).toBe(chunk)
        expect(chunks.at(end - 1)).toBe(chunk)
        expect(reached - chunks.first(chunk) === 1 || end - start <= 3_000).toBe(true)
      }
      expect(reached).toBe(pieces.count)
    }),
  )
})
