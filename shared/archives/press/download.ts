import { decodePage } from '../../importers/html/charset.ts'
import { Problem } from '../../problems/problem.ts'
import { decode } from '../../text/decode.ts'
import type { ByteSource } from '../archive.ts'
import { bytesOf } from '../heldBytes.ts'

/** Databases hand out some hundred articles at once, a few megabytes; this holds 50,000. */
export const MAX_DOWNLOAD_BYTES = 256 * 1024 * 1024

/** All bytes of a download. Throws Problem `too-large`. */
export async function heldDownload(source: ByteSource): Promise<Uint8Array> {
  if (source.byteLength > MAX_DOWNLOAD_BYTES) throw new Problem('too-large', `The file has ${source.byteLength} bytes.`)
  return bytesOf(source, 0)
}

/** A download's text, whatever encoding it is in, without a mark. Throws a Problem where it is no text. */
export async function textOfDownload(source: ByteSource): Promise<string> {
  return unmarked(decode(await heldDownload(source)).text)
}

/** A page's source: what it declares of its encoding counts where its bytes are no UTF-8. */
export async function pageOfDownload(source: ByteSource): Promise<string> {
  return unmarked(decodePage(await heldDownload(source)).text)
}

function unmarked(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/**
 * The first bytes of a file as text to look for words in. Cut in the middle of
 * a character it stays readable; what is no UTF-8 is taken for Latin letters.
 */
export function headText(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  const text = new TextDecoder('utf-8').decode(head)
  const bad = text.length - text.replaceAll('\ufffd', '').length
  return bad > 3 ? new TextDecoder('windows-1252').decode(head) : text
}
