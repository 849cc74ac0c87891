/** How wide words stand in a column of type: accents and zero-width characters take nothing, wide characters two columns. */
export function columnsOf(words: string): number {
  if (!/[^\0-\x7f]/.test(words) || !uneven.test(words)) return words.length
  let columns = 0
  for (const character of words) if (!zeroWidth.test(character)) columns += wide.test(character) ? 2 : 1
  return columns
}

/** Whatever may be of another width than one, in one look: most lines have none of it. */
const uneven =
  /[\p{M}\u1100-\u115f\u200b-\u200f\u2060\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\ufeff-\uff60\uffe0-\uffe6\u{10000}-\u{3fffd}]/u
const zeroWidth = /[\p{M}\u200b-\u200f\u2060\ufeff]/u
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
