/** Which differences count when words are compared. */
export interface Folding {
  readonly matchCase: boolean
  readonly diacritics: boolean
}

/**
 * A text as it is compared: two texts that fold alike say the same.
 *
 * White space of any kind and length is one space; soft hyphens and other marks
 * that nobody sees are gone; characters are decomposed, so that it doesn't
 * matter how an accent is written; ligatures are their letters. Without
 * `matchCase` ß is ss and every sigma the same; without `diacritics` accents,
 * vowel points and kinds of apostrophe are gone.
 *
 * What a text folds to is what its `clusters` fold to, one after another.
 */
export function fold(text: string, { matchCase, diacritics }: Folding): string {
  const spaced = odd.test(text) ? text.replace(unevenSpace, run => (seen.test(run) ? ' ' : '')) : text
  if (!odd.test(spaced) && !spaced.includes('`')) return matchCase ? spaced : spaced.toLowerCase()
  // Quotation marks, dashes and the like have neither accents nor other forms: most texts have nothing more.
  if (!composite.test(spaced)) {
    const plain = diacritics ? spaced : spaced.replace(apostrophe, one => plainLetters[one]!)
    return matchCase ? plain : plain.toLowerCase()
  }
  let folded = spaced.normalize('NFD').replace(ligature, one => one.normalize('NFKD'))
  if (!diacritics) {
    folded = folded.replace(mark, one => (accent.test(one) ? '' : one)).replace(barred, one => plainLetters[one]!)
  }
  return matchCase ? folded : folded.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ')
}

/**
 * Where the cluster that begins at `offset` ends: a stretch of the text that
 * can't be found in part, such as a letter with its accents, a syllable of
 * Hangul, a run of white space.
 */
export function clusterEnd(text: string, offset: number): number {
  const [code, next] = [text.charCodeAt(offset), text.charCodeAt(offset + 1)]
  // Most letters, and single spaces before one: nothing else is looked at for them.
  if (code > 0x20 && code < 0x7f ? next < 0x300 : code === 0x20 && next > 0x20 && next < 0x7f) return offset + 1
  cluster.lastIndex = offset
  return cluster.test(text) ? cluster.lastIndex : text.length
}

/** Whether a cluster begins at an offset whatever stands before it: not at white space, nor at what joins the letter before. */
export function beginsCluster(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  if (code >= 0x21 && code < 0x7f) return true
  if (code >= 0xdc00 && code < 0xe000) return false
  return !joins.test(String.fromCodePoint(text.codePointAt(offset) ?? 0x20))
}

// Written out once: white space, and what takes no room and no part in a word.
const unseen = '\\u00ad\\u200b\\u2060\\ufeff'
const space = `[\\s${unseen}]`
/** Vowels and last letters of Hangul that follow a first one. */
const jamo = '\\u1160-\\u11ff\\ud7b0-\\ud7fb'

/** What a typewriter doesn't have, or writes as two spaces. */
const odd = /[^ -~]| {2}/
/** What may decompose, carry an accent or change with its case in a way of its own. */
const composite = /[^\0-\x7f\u2010-\u2027\u2030-\u205e]/
const seen = /[^\S\ufeff]/
const cluster = new RegExp(`${space}+(?!\\p{M})|\\P{M}[\\p{M}${jamo}]*|\\p{M}+`, 'uy')
const joins = new RegExp(`^[\\s${unseen}${jamo}\\p{M}]`, 'u')
/** Runs of white space but for a single plain space. One that carries an accent is a character. */
const unevenSpace = new RegExp(`(?:[^\\S ]|[${unseen}]| (?=${space}))${space}*(?!\\p{M})`, 'gu')
const ligature = /[\ufb00-\ufb06]/g
/** Looked for first, since that costs little. */
const mark = /\p{Mn}|\u0640/gu
/** Marks of scripts that can be read without them; in Indic scripts and in Japanese they make another syllable. */
const accent =
  /(?![\u3099\u309a])[\u0640\p{sc=Zinh}\p{sc=Arab}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Hebr}\p{sc=Latn}\p{sc=Syrc}]/u
/** What has no decomposition and is yet a letter with something added, or a kind of apostrophe or hyphen. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T', ı: 'i' },
  ...{ æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE' },
  ...{ '‘': "'", '’': "'", ʼ: "'", '′': "'", '`': "'", '‐': '-', '‑': '-' },
}
const barred = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g')
/** Of those, the ones that stand among quotation marks and dashes. */
const apostrophe = /[‘’′`‐‑]/g
