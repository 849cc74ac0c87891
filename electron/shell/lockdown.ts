import type { App, Session, WebContents } from 'electron'
import { silenceContents } from './silence.ts'

/** The scheme of our own bundle, and the only address that a window of ours ever has. */
export const SCHEME = 'stet'
export const ORIGIN = `${SCHEME}://app`

type LockedSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'webRequest' | 'on'
>

/**
 * What a window may not do, whatever runs in it: leave its page, open another,
 * ask for a device, embed a guest, or reach the network. There are no
 * exceptions to look up, so there is nothing to get wrong.
 *
 * Electron comes in as an argument: the rules are tested without it.
 */
export function lockDown(app: Pick<App, 'on'>, session: LockedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, grant) => grant(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !isOurs(request.url) }))
  session.on('will-download', event => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

function confine(contents: WebContents): void {
  silenceContents(contents)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
}

/** Compared as a parsed origin: `stet://app.evil` also starts with ours. */
export function isOurs(url: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(url)
    return `${protocol}//${host}` === ORIGIN && username === '' && password === ''
  } catch {
    return false
  }
}
