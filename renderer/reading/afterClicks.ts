/** Long enough to tell one click from the first of two. */
const CLICKS_MS = 300

/** Does something when a click was not the first of several, nor followed by a key; the next call or `stop` takes its place. */
export function afterClicks() {
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    clearTimeout(timer)
    window.removeEventListener('pointerdown', stop, true)
    window.removeEventListener('keydown', stop, true)
  }
  function soon(act: () => void): void {
    stop()
    window.addEventListener('pointerdown', stop, true)
    window.addEventListener('keydown', stop, true)
    timer = setTimeout(() => {
      stop()
      act()
    }, CLICKS_MS)
  }
  return { soon, stop }
}
