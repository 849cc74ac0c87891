/**
 * A line for the log, without what isn't the log's: words between quotation
 * marks (names of files, words of articles) are left out, and of a path only
 * the last name stays. Control characters can't break the line.
 */
export function scrub(text: string): string {
  return text
    .replace(/(?<!\w)(["'`“‘])[\s\S]+?(["'`”’])(?!\w)/gu, '$1…$2')
    .replace(/(?:[a-z][a-z0-9+.-]*:\/\/|[a-z]:\\|\\\\|~?\/)[^\s()]*[\\/]([^\s()\\/]*)/giu, '…/$1')
    .replace(/(?<![\w….])\/[^\s()/]+/gu, '…')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
    .slice(0, LONGEST)
}

/** An error as lines for the log: its name, what it says, and where, by file names alone. */
export function scrubError(error: unknown): string[] {
  if (!(error instanceof Error)) return [scrub(`thrown: ${typeof error}`)]
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  const first = scrub(`${error.name}${code}: ${error.message}`)
  const cause = error.cause === undefined ? [] : [`caused by ${scrubError(error.cause)[0]}`]
  return [first, ...cause, ...frames.slice(0, FRAMES).map(frame => scrub(frame.trim()))]
}

const LONGEST = 500
const FRAMES = 12
