/** A line of progress comes so often, in milliseconds. */
const TELL_EVERY_MS = 2_000

/** Tells how far something is, every two seconds at most, and not at its very beginning. */
export function nowAndThen(progress: (line: string) => void): (line: () => string) => void {
  let told = performance.now()
  return line => {
    if (performance.now() - told < TELL_EVERY_MS) return
    told = performance.now()
    progress(line())
  }
}
