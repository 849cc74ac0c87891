interface Listening<Found, Progress> {
  readonly take: (found: Found, progress: Progress) => void
  heard: number
  /** How many there are, once that is known. */
  most: number
  readonly allHeard: () => void
}

/**
 * Hears what is found while a call is under way. Answers and events come to a window on ways of their own, so that
 * events may come after the answer that counts them: a run is over once all that its answer counts has been heard.
 */
export function makeUntilHeard<Found, Progress>() {
  const listening = new Map<string, Listening<Found, Progress>>()
  return {
    /**
     * Resolves to the answer once everything that it counts has been taken, or nobody listens any more. `most` is
     * null for an answer that counts what isn't told. Throws what the call throws.
     */
    async run<Answer>(
      name: string,
      call: () => Promise<Answer>,
      most: (answer: Answer) => number | null,
      take: (found: Found, progress: Progress) => void,
    ): Promise<Answer> {
      let allHeard = () => {}
      const isAllHeard = new Promise<void>(resolve => {
        allHeard = resolve
      })
      const mine: Listening<Found, Progress> = { take, heard: 0, most: Number.POSITIVE_INFINITY, allHeard }
      listening.set(name, mine)
      try {
        const answer = await call()
        const told = most(answer)
        mine.most = told ?? 0
        if (told !== null && mine.heard < told && listening.get(name) === mine) await isAllHeard
        return answer
      } finally {
        if (listening.get(name) === mine) listening.delete(name)
      }
    },
    /** Listens no more. False where nobody did. */
    leave(name: string): boolean {
      listening.get(name)?.allHeard()
      return listening.delete(name)
    },
    /** An event of a run: what it tells, and how many that are. */
    heard(name: string, read: () => { readonly found: Found; readonly count: number }, progress: Progress): void {
      const mine = listening.get(name)
      if (!mine) return
      const { found, count } = read()
      mine.heard += count
      mine.take(found, progress)
      if (mine.heard >= mine.most) mine.allHeard()
    },
  }
}
