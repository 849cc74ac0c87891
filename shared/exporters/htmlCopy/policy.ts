import { sha256Now } from '../sha256Now.ts'

/** How a page's policy names the one style or script that it allows: by its hash. */
export function hashNamed(content: string): string {
  return `'sha256-${base64(sha256Now(new TextEncoder().encode(content)))}'`
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  let words = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let i = 0; i < 4; i++) words += at + i > bytes.length ? '=' : DIGITS[(bits >> (18 - i * 6)) & 63]
  }
  return words
}
