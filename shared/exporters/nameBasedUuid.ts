import { sha1 } from './sha1.ts'

/** What the names of Stet are names in: any UUID would do, and this one stays as it is for ever. */
const STET = '8f0c3b52-6d1e-5b7a-9c44-2e7d5a1f6b90'

/** The UUID (version 5, RFC 9562) of a name: the same name always has the same. Parts of a name are kept apart. */
export function nameBasedUuid(...parts: readonly string[]): string {
  return uuidIn(STET, parts.length === 1 ? parts[0]! : JSON.stringify(parts))
}

/** The UUID of a name in a namespace, which is a UUID itself. */
export function uuidIn(namespace: string, name: string): string {
  const space = namespace.replaceAll('-', '').match(/../g)!
  const words = new TextEncoder().encode(name)
  const bytes = new Uint8Array(16 + words.length)
  bytes.set(space.map(digits => Number.parseInt(digits, 16)))
  bytes.set(words, 16)
  const hash = sha1(bytes).slice(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const digits = Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
