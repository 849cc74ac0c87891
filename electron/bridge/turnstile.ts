/** How many may be inside, and how many may stand before it. */
export interface Room {
  readonly underWay: number
  readonly waiting: number
}

/**
 * Lets work begin in the order in which it came, so much of it at a time.
 * Resolves to what the work gave, or to `full` at once where too much waits;
 * rejects as the work does.
 */
export function makeTurnstile({ underWay, waiting }: Room) {
  let inside = 0
  const line: (() => void)[] = []

  return async function enter<T>(work: () => Promise<T>): Promise<{ readonly value: T } | 'full'> {
    if (inside < underWay) inside++
    else if (line.length >= waiting) return 'full'
    else await new Promise<void>(resolve => line.push(resolve))
    try {
      return { value: await work() }
    } finally {
      // Whoever is next takes this place over, so that nobody slips in between.
      const next = line.shift()
      if (next) next()
      else inside--
    }
  }
}
