import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { CustomScheme, ProtocolRequest, ProtocolResponse } from 'electron'
import { isOurs, ORIGIN, SCHEME } from './lockdown.ts'

/** The page that every window shows. */
export const PAGE = `${ORIGIN}/index.html`

/**
 * Standard and secure, so that the page has an origin and a policy; its compiled
 * scripts are kept in the profile, so that the next start needn't compile them.
 * None of the other privileges. Said before the app is ready.
 */
export const scheme: CustomScheme = { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** The features that every Chromium we run in knows by these names; permission handlers refuse the rest. */
const features =
  'accelerometer autoplay bluetooth camera clipboard-read clipboard-write display-capture encrypted-media fullscreen gamepad geolocation gyroscope hid identity-credentials-get idle-detection keyboard-map local-fonts magnetometer microphone midi otp-credentials payment picture-in-picture publickey-credentials-create publickey-credentials-get screen-wake-lock serial storage-access sync-xhr usb window-management xr-spatial-tracking'

/** What every answer carries, the refusals too. */
export const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': features
    .split(' ')
    .map(feature => `${feature}=()`)
    .join(', '),
}

/** What the page is answered; `body` is null where there is nothing to be had. */
export interface AssetAnswer {
  readonly status: 200 | 403 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
}

/**
 * Answers `stet://app/…` with the files of one folder and nothing else.
 *
 * The folder is listed once: an address is looked up in that list and never
 * made into a path, so no spelling of it leads anywhere else. Links, folders
 * and files of unknown types are not in the list.
 */
export function serveAssets(
  folder: string,
): (request: { readonly url: string; readonly method: string }) => Promise<AssetAnswer> {
  const listed = list(folder)
  return async ({ url, method }) => {
    if (!isOurs(url) || method !== 'GET') return { status: 403, headers, body: null }
    const found = (await listed).get(new URL(url).pathname)
    if (!found) return { status: 404, headers, body: null }
    return { status: 200, headers: { ...headers, 'Content-Type': found.type }, body: await readFile(found.path) }
  }
}

/**
 * Hands the answers to Electron as whole buffers. `protocol.handle` would wrap
 * each in a Response and a stream, and load a whole HTTP client for it: that
 * alone took a tenth of a cold start. `answered` hears of every answer.
 */
export function answerWith(
  serve: ReturnType<typeof serveAssets>,
  answered: () => void,
): (request: ProtocolRequest, answer: (response: ProtocolResponse) => void) => void {
  return ({ url, method }, answer) => {
    const hand = ({ status, headers, body }: AssetAnswer) => {
      answer({ statusCode: status, headers: { ...headers }, data: body ?? Buffer.alloc(0) })
      answered()
    }
    // A file of ours that can't be read is as good as none.
    serve({ url, method }).then(hand, () => hand({ status: 404, headers, body: null }))
  }
}

interface Asset {
  readonly path: string
  readonly type: string
}

/** The files of a folder by the path of their address. */
async function list(folder: string, address = '/', found = new Map<string, Asset>()): Promise<Map<string, Asset>> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const here = `${address}${encodeURIComponent(entry.name)}`
    const type = types[extname(entry.name)]
    if (entry.isDirectory()) await list(path, `${here}/`, found)
    else if (entry.isFile() && type) found.set(here, { path, type })
  }
  return found
}
