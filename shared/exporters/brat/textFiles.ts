import { decode } from '../../text/decode.ts'

/** The text of a file of brat's, which is UTF-8, letter for letter, its byte order mark too; where it isn't valid UTF-8, what it most probably is. */
export function textOfFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return decode(bytes).text
    throw error
  }
}
