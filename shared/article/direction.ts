export type Direction = 'ltr' | 'rtl'

/** UTF-16 units: whoever writes a thousand digits and dashes before the first letter gets left to right. */
const LOOKED_AT = 1024

/**
 * The direction of a paragraph: that of its first letter or direction mark, as
 * the Unicode bidirectional algorithm has it (rules P2 and P3: isolated
 * stretches don't count). Left to right where there is none.
 */
export function directionOf(text: string): Direction {
  let isolates = 0
  for (const character of text.slice(0, LOOKED_AT)) {
    if (isolateOpens.test(character)) isolates++
    else if (character === '\u2069') isolates = Math.max(0, isolates - 1)
    else if (isolates === 0 && rightToLeft.test(character)) return 'rtl'
    else if (isolates === 0 && leftToRight.test(character)) return 'ltr'
  }
  return 'ltr'
}

const isolateOpens = /[\u2066-\u2068]/
const rightToLeft =
  /[\u200f\u061c]|(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mende_Kikakui}]/u
const leftToRight = /[\u200e\p{L}]/u
