import { EventEmitter } from 'node:events'
import type { App, Session, WebContents } from 'electron'
import { beforeEach, describe, expect, test } from 'vitest'
import { isOurs, lockDown } from './lockdown.ts'
import { silence, silenceSession } from './silence.ts'

/** Remembers every function that it was given, by the name of the method. */
class Recorder extends EventEmitter {
  readonly given = new Map<string, unknown[]>()
  private take(name: string) {
    return (...args: unknown[]) => void this.given.set(name, args)
  }
  readonly setPermissionRequestHandler = this.take('request')
  readonly setPermissionCheckHandler = this.take('check')
  readonly setDevicePermissionHandler = this.take('device')
  readonly webRequest = { onBeforeRequest: this.take('before') }
  readonly setWindowOpenHandler = this.take('open')
  readonly setWebRTCIPHandlingPolicy = this.take('webrtc')
  readonly setSpellCheckerEnabled = this.take('speller')
  readonly setSpellCheckerLanguages = this.take('languages')

  /** The function that was given under a name. */
  handler(name: string): (...args: unknown[]) => unknown {
    return this.given.get(name)![0] as (...args: unknown[]) => unknown
  }

  /** Whether an event is refused. */
  refuses(name: string): boolean {
    let refused = false
    const preventDefault = () => {
      refused = true
    }
    this.emit(name, { preventDefault })
    return refused
  }
}

let app: EventEmitter
let session: Recorder
let contents: Recorder

beforeEach(() => {
  app = new EventEmitter()
  session = new Recorder()
  contents = new Recorder()
  lockDown(app as App, session as unknown as Session)
  app.emit('web-contents-created', {}, contents as unknown as WebContents)
})

test.each([
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'clipboard-sanitized-write',
  'fileSystem',
  'unknown',
])('the permission %s is refused, asked for or checked', permission => {
  const granted: unknown[] = []
  session.handler('request')(contents, permission, (yes: boolean) => granted.push(yes))
  expect(granted).toEqual([false])
  expect(session.handler('check')(contents, permission)).toBe(false)
})

test('no device is handed out', () => {
  expect(session.handler('device')({ deviceType: 'usb' })).toBe(false)
})

test.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])('%s is refused', name => {
  expect(contents.refuses(name)).toBe(true)
})

test('a download is refused', () => {
  expect(session.refuses('will-download')).toBe(true)
})

test('no page opens a window', () => {
  expect(contents.handler('open')({ url: 'stet://app/index.html' })).toEqual({ action: 'deny' })
})

test('WebRTC speaks to nobody', () => {
  expect(contents.given.get('webrtc')).toEqual(['disable_non_proxied_udp'])
})

describe('a request', () => {
  const cancelled = (url: string) => {
    const decisions: { cancel: boolean }[] = []
    session.handler('before')({ url }, (decision: { cancel: boolean }) => decisions.push(decision))
    expect(decisions).toHaveLength(1)
    return decisions[0]!.cancel
  }

  test.each(['stet://app/', 'stet://app/index.html', 'stet://app/assets/a.js?x#y'])('to %s passes', url => {
    expect(cancelled(url)).toBe(false)
    expect(isOurs(url)).toBe(true)
  })

  test.each([
    'https://example.org/',
    'http://app/',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:stet://app/1',
    'ws://127.0.0.1/',
    'stet://app.evil/',
    'stet://evil/',
    'stet://app:80/',
    'stet://a@app/',
    'stet://:b@app/',
    'stets://app/',
    'devtools://devtools/bundled/x.html',
    'about:blank',
    'not an address',
    '',
  ])('to %s does not', url => {
    expect(cancelled(url)).toBe(true)
  })
})

test('what Chromium says by itself is silenced, line by line', () => {
  const switches = new Map<string, string | undefined>()
  silence({ appendSwitch: (name, value) => void switches.set(name, value) })
  silenceSession(session as unknown as Session)
  expect(Object.fromEntries(switches)).toEqual({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'proxy-server': '127.0.0.1:9',
    'proxy-bypass-list': '<-loopback>',
    'disable-features': 'WebRtcHideLocalIpsWithMdns',
  })
  expect(session.given.get('speller')).toEqual([false])
  expect(session.given.get('languages')).toEqual([[]])
})
