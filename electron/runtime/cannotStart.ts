/**
 * A failure that we expect before there is a window: what is the matter, in one line,
 * and what the person can do about it. It is printed as it stands, never with a stack.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
  readonly remedy: readonly string[]

  constructor(matter: string, remedy: readonly string[] = [], options?: ErrorOptions) {
    super(matter, options)
    this.remedy = remedy
  }

  /** What a person reads: the matter, then the remedy, each on lines of their own. */
  lines(): readonly string[] {
    return [this.message, ...this.remedy.map(line => `  ${line}`)]
  }
}

/** The last line of a program's output that says something, for a reason in one line. */
export function lastWords(output: string): string {
  const lines = output
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
  // A stack trace's first line is the reason; the places below it are not.
  return lines.filter(line => !line.startsWith('at ')).at(-1) ?? ''
}
