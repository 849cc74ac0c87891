/** Does the same with each thing, so many of them at a time, in order. Rejects as soon as one does; the others begin no more then. */
export async function inTurns<T>(
  things: readonly T[],
  atOnce: number,
  work: (thing: T) => Promise<unknown>,
): Promise<void> {
  const left = things[Symbol.iterator]()
  let isOver = false
  const worker = async () => {
    for (const thing of left) {
      if (isOver) return
      await work(thing)
    }
  }
  const workers = Array.from({ length: Math.min(atOnce, things.length) }, worker)
  await Promise.all(workers).finally(() => {
    isOver = true
  })
}
