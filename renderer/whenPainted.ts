/** A window that nobody sees paints no frames. */
const UNSEEN_MS = 100

/** Calls back once in the next frame, after everything that what is going on now asks of that frame, until the function that it returns is called. */
export function inNextFrame(act: () => void): () => void {
  let frame = 0
  const timer = setTimeout(done, UNSEEN_MS)
  queueMicrotask(() => {
    frame = requestAnimationFrame(done)
  })
  function stop(): void {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  function done(): void {
    stop()
    act()
  }
  return stop
}

/** Calls back once after the next frame has been painted, in a task of its own, until the function that it returns is called. */
export function whenPainted(act: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const frame = requestAnimationFrame(() => port2.postMessage(null))
  const timer = setTimeout(done, UNSEEN_MS)
  port1.onmessage = done
  function stop(): void {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    port1.close()
  }
  function done(): void {
    stop()
    act()
  }
  return stop
}
