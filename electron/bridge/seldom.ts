/** Tells how far something is, every so many milliseconds at most: the latest once its time has come, and at once that it is done. */
export function seldom(everyMs: number, tell: (done: number, of: number) => void): (done: number, of: number) => void {
  let last = performance.now()
  let timer: NodeJS.Timeout | undefined
  return (done, of) => {
    clearTimeout(timer)
    const now = () => {
      last = performance.now()
      tell(done, of)
    }
    const wait = last + everyMs - performance.now()
    if (done === of || wait <= 0) now()
    else timer = setTimeout(now, wait)
  }
}
