/** What may wait for a frame: until a person has seen what they did, or until all of it is measured. */
export interface AfterPaint {
  /** Does something then. The same thing asked for several times is done once. */
  soon(act: () => void): void
  /** Does it no more. */
  never(act: () => void): void
  /** Does all that waits, at once: something begins that relies on it. */
  now(): void
}

/**
 * Keeps what may wait. `when` calls back once, when the time has come, also in a
 * window that paints no frames; what it returns takes that back.
 */
export function makeAfterPaint(when: (act: () => void) => () => void): AfterPaint {
  const waiting = new Set<() => void>()
  let stop: (() => void) | null = null

  function now(): void {
    stop?.()
    stop = null
    // What is asked for meanwhile is for after the next frame.
    const acts = [...waiting]
    waiting.clear()
    for (const act of acts) act()
  }

  return {
    soon(act) {
      waiting.add(act)
      stop ??= when(now)
    },
    never: act => void waiting.delete(act),
    now,
  }
}

/** Where nothing is painted, nothing waits. */
export const atOnce: AfterPaint = { soon: act => act(), never: () => {}, now: () => {} }
