import type { Output } from '../../shared/contract/contract.ts'
import type { EncodingName } from '../../shared/text/encodingNames.ts'
import { words as en } from '../../shared/words/words.ts'

/** An encoding to choose; `encoding` is null for the one that is found without a person. */
export interface EncodingRow {
  readonly encoding: string | null
  readonly label: string
  /** What it was made for, in words. */
  readonly languages: string
  /** Some words of the file in it, and how many of their bytes mean nothing there. */
  readonly words: string
  readonly invalid: number
}

/** The encodings that fit what was typed, of their names, their languages or the words of the file. Where a person has `chosen` one, they can go back first. */
export function fittingEncodings(
  samples: Output<'facts.encodings'>,
  typed: string,
  chosen: string | null,
): EncodingRow[] {
  const rows = samples.map(({ encoding, words, invalid }): EncodingRow => {
    const languages = en.encoding.languages[encoding as EncodingName] ?? ''
    return { encoding, label: encoding.toUpperCase(), languages, words, invalid }
  })
  const back = { encoding: null, label: en.encoding.asFound, languages: en.encoding.asFoundWhy, words: '', invalid: 0 }
  const parts = plain(typed).split(/\s+/).filter(Boolean)
  return [...(chosen === null || rows.length === 0 ? [] : [back]), ...rows].filter(({ label, languages, words }) => {
    const whole = plain(`${label} ${label.replace(/[-_]/g, '')} ${languages} ${words}`)
    return parts.every(part => whole.includes(part))
  })
}

function plain(words: string): string {
  return words.toLowerCase().normalize('NFC')
}
