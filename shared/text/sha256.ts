/** The SHA-256 of bytes, or of a text as UTF-8: 64 hexadecimal digits, small letters. */
export async function sha256(input: string | Uint8Array): Promise<string> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  // Bytes in memory that workers share are the one kind it refuses, and no file is read into such.
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}
