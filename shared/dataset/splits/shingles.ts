import { fold } from '../../search/fold.ts'

/** So many words in a row are one shingle. */
export const SHINGLE_WORDS = 3

/**
 * The shingles of a text (Broder, “On the resemblance and containment of
 * documents”, 1997): every three words in a row, each row once, as numbers of
 * 32 bits in no order. A text of one or two words has one, of all its words; a
 * text without words has none.
 *
 * What doesn't make another article counts for nothing: case, accents, white
 * space, and all punctuation but an apostrophe inside a word.
 */
export function shinglesOf(text: string): Set<number> {
  const hashes = wordsOf(text).map(hashOf)
  const found = new Set<number>()
  const rows = Math.min(hashes.length, 1) + Math.max(hashes.length - SHINGLE_WORDS, 0)
  for (let at = 0; at < rows; at++) {
    let hash = 0
    for (let i = at; i < Math.min(at + SHINGLE_WORDS, hashes.length); i++) hash = Math.imul(hash, 31) + hashes[i]!
    found.add(mixed(hash))
  }
  return found
}

/**
 * The words of a text, folded. Where a script puts no spaces between words, each
 * two characters in a row stand for one, as search engines take them.
 *
 * Not the words that the caret goes by: those come from dictionaries that
 * differ from one version of the platform to the next, and what once stood in
 * one part of a dataset would stand in another; they also cost a hundred times
 * as much.
 */
export function wordsOf(text: string): string[] {
  const folded = fold(text, { matchCase: false, diacritics: false })
  const words = folded.match(word) ?? []
  return unspaced.test(folded) ? words.flatMap(inPairs) : words
}

const word = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu
const scripts = [
  'Han',
  'Hira',
  'Kana',
  'Bopo',
  'Yiii',
  'Thai',
  'Laoo',
  'Khmr',
  'Mymr',
  'Lana',
  'Tale',
  'Talu',
  'Java',
  'Bali',
]
const one = `[${scripts.map(script => `\\p{scx=${script}}`).join('')}]`
const unspaced = new RegExp(one, 'u')
const runs = new RegExp(`(?:(?=${one})[\\p{L}\\p{N}]\\p{M}*)+|(?:(?!${one})[\\p{L}\\p{M}\\p{N}'])+|\\p{M}+`, 'gu')
const character = /\P{M}\p{M}*|\p{M}+/gu

/** A word as it is, unless it is of a script without spaces: then each two neighbours of each stretch of such characters. */
function inPairs(letters: string): string[] {
  if (!unspaced.test(letters)) return [letters]
  return (letters.match(runs) ?? []).flatMap(run => {
    const characters = unspaced.test(run) ? (run.match(character) ?? []) : [run]
    if (characters.length < 2) return characters
    return characters.slice(1).map((next, i) => characters[i]! + next)
  })
}

/** FNV-1a of 32 bits over the word's UTF-16 units, mixed. */
function hashOf(letters: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < letters.length; i++) hash = Math.imul(hash ^ letters.charCodeAt(i), 0x01000193)
  return mixed(hash)
}

/** `fmix32` of MurmurHash3: afterwards each bit depends on every bit. From 0 to below 2 ** 32. */
function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}
