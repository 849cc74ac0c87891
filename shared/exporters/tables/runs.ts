/** A plain number, which no spreadsheet takes for anything else. */
const number = /^-?\d+(?:\.\d+)?$/

/**
 * Whether a spreadsheet that opens a table as text may run a cell instead of
 * showing it: one that begins with an equals sign, a plus, a minus, an at sign,
 * a tab or a carriage return. Apostrophes before that count as well, so that
 * one more can be put before them and taken away again.
 */
export function isRun(words: string): boolean {
  return /^'*[=+\-@\t\r]/.test(words) && !number.test(words)
}

/** The same with an apostrophe before it, by which a spreadsheet knows words. */
export function calmed(words: string): string {
  return isRun(words) ? `'${words}` : words
}

/** What `calmed` made its words of. */
export function uncalmed(words: string): string {
  return words.startsWith("'") && isRun(words.slice(1)) ? words.slice(1) : words
}
