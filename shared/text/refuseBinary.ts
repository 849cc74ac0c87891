import { Problem } from '../problems/problem.ts'

/** Throws a Problem where bytes are of a kind of file that begins in a known way, whatever the file is called. */
export function refuseKnownKinds(bytes: Uint8Array): void {
  const kind = knownKind(bytes)
  if (kind !== null) throw new Problem('no-reader', `This is ${kind}, not plain text.`)
}

/** What bytes are by how they begin, `a PDF document`; null where nothing known begins so. */
export function knownKind(bytes: Uint8Array): string | null {
  const found = signatures.find(([, signature, at = 0]) => signature.every((byte, i) => bytes[at + i] === byte))
  return found ? found[0] : null
}

/**
 * Throws a Problem where bytes are data rather than text: more NULs or other
 * controls than any text has. `sample` is a part of the file; `isUtf8` whether
 * the whole of it is valid UTF-8, which data hardly ever is, so that more is
 * forgiven.
 */
export function refuseBinary(sample: Uint8Array, isUtf8: boolean): void {
  let nulls = 0
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) nulls++
    else if (byte < 0x20 && !harmless.has(byte)) controls++
  }
  const most = isUtf8 ? 0.3 : 0.05
  if (nulls > most * sample.length)
    throw new Problem('no-reader', 'The file consists largely of NUL bytes: it is data, not text.')
  if (nulls + controls > most * sample.length)
    throw new Problem('no-reader', 'The file is full of control characters: it is data, not text.')
}

/** Tab, line feed, vertical tab, form feed, carriage return, escape: what printers and terminals left in texts. */
const harmless = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b])

const letters = (word: string): number[] => Array.from(word, letter => letter.charCodeAt(0))

/** How files that aren't text begin. Only beginnings that no article has. */
const signatures: readonly (readonly [kind: string, signature: readonly number[], at?: number])[] = [
  ['a PDF document', letters('%PDF-')],
  ['a ZIP archive or an office document', [...letters('PK'), 3, 4]],
  ['an empty ZIP archive', [...letters('PK'), 5, 6]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['a rich text document', letters('{\\rtf')],
  ['a PNG picture', [0x89, ...letters('PNG')]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', letters('GIF8')],
  ['a WebP picture', letters('WEBP'), 8],
  ['a TIFF picture', [...letters('II*'), 0]],
  ['a TIFF picture', [...letters('MM'), 0, 0x2a]],
  ['a film', letters('ftyp'), 4],
  ['a sound file', [...letters('ID3'), 3]],
  ['a sound file', [...letters('ID3'), 4]],
  ['a sound file', [...letters('OggS'), 0]],
  ['a compressed file', [0x1f, 0x8b, 8]],
  ['a compressed file', [0xfd, ...letters('7zXZ')]],
  ['a compressed file', letters('BZh91AY&SY')],
  ['a compressed file', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7z archive', [...letters('7z'), 0xbc, 0xaf, 0x27, 0x1c]],
  ['a RAR archive', [...letters('Rar!'), 0x1a, 7]],
  ['a database', [...letters('SQLite format 3'), 0]],
  ['a program', [0x7f, ...letters('ELF')]],
  ['a font', letters('wOF2')],
]
