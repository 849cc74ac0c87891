import type { SettingsStore } from '../state/settings.ts'
import type { Page } from './page/Page.ts'

/** Mounts the whole article while it is being printed, whoever prints it, and for as long as the person wants it whole. */
export function mountWhole(page: Page, settings: SettingsStore): () => void {
  let isPrinting = false
  let release: (() => void) | null = null

  function settle(): void {
    const isWanted = isPrinting || settings.getState().whole
    if (isWanted && !release) release = page.mountAll()
    if (isWanted || !release) return
    release()
    release = null
  }
  const print = (isBegun: boolean) => () => {
    isPrinting = isBegun
    settle()
  }
  const begin = print(true)
  const end = print(false)
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  const stop = settings.subscribe(settle)
  settle()
  return () => {
    stop()
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}
