import type { App } from 'electron'

/** What another start of the program hands over. */
export interface Handover {
  readonly open: string | null
}

/** Whether this process is the profile's one. If it isn't, the one that is has been told what to open. */
export function takeProfile(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  { open }: Handover,
  heard: (handover: Handover) => void,
): boolean {
  app.on('second-instance', (_event, _argv, _folder, handed) => heard({ open: openOf(handed) }))
  return app.requestSingleInstanceLock({ open })
}

/** It comes from another process, perhaps of another version. */
function openOf(handed: unknown): string | null {
  if (typeof handed !== 'object' || handed === null || !('open' in handed)) return null
  return typeof handed.open === 'string' ? handed.open : null
}

/** What has to be finished before the program may end. */
export interface Unfinished {
  settled(): Promise<void>
}

/** The program ends with its last window, and not before everything is written. */
export function endWell(app: Pick<App, 'on' | 'quit'>, windows: Unfinished, end: () => Promise<void>): void {
  let ended = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    if (ended) return
    event.preventDefault()
    void windows
      .settled()
      .then(end)
      .finally(() => {
        ended = true
        app.quit()
      })
  })
}

/**
 * No death without a word: what nobody caught is reported and shown, once at a
 * time, and the program goes on, for what is recorded is on disk already.
 */
export function hearUncaught(
  process: Pick<NodeJS.Process, 'on'>,
  report: (where: string, error: unknown) => void,
  show: () => Promise<void>,
): void {
  let showing = false
  const hear = (where: string) => (error: unknown) => {
    report(where, error)
    if (showing) return
    showing = true
    const shown = () => {
      showing = false
    }
    void show().then(shown, shown)
  }
  process.on('uncaughtException', hear('uncaught'))
  process.on('unhandledRejection', hear('unhandled'))
}
