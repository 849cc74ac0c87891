const PROGRESS_EVERY_MS = 100

/** Tells how far a change is: at its beginning, now and then, and at its end. */
export function makeTeller(
  tell: (name: string, done: number, total: number) => void,
  name: string,
  total: number,
): (done: number) => void {
  let toldAt = 0
  return done => {
    const now = performance.now()
    if (done > 0 && done < total && now - toldAt < PROGRESS_EVERY_MS) return
    toldAt = now
    tell(name, done, total)
  }
}
