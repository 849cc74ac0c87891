import { detect } from 'jschardet'
import { type Codec, codecs } from './codecs.ts'

/** Bytes the detector is shown: as much as it makes use of. */
const SHOWN = 100_000

/**
 * The most probable codec of bytes that aren't UTF-8. A guess, and treated as
 * one: the text goes into the sidecar, and the status line names the codec.
 * Where nothing speaks for another, it is windows-1252.
 */
export function detectCodec(bytes: Uint8Array): Codec {
  const western = codecs.get('windows-1252')!
  const first = bytes.findIndex(byte => byte >= 0x80)
  // What decides stands around the bytes that aren't ASCII, however late the first one comes.
  const start = Math.max(0, first - 1000)
  const shown = bytes.subarray(start, start + SHOWN)
  const found = detect(shown, { detectEncodings: [...names.keys()] }).encoding?.toLowerCase() ?? ''
  const codec = codecs.get(names.get(found) ?? '') ?? western
  // "Café déjà" is too short for any detector; but a word of another script has no ASCII between its letters.
  return codec.kind === 'script' && longestRun(shown) < 3 ? western : codec
}

/** What the detector is asked about, and what our codec of that or the wider one it answers with is called. */
const names: ReadonlyMap<string, string> = new Map([
  ...[...codecs.keys()].filter(name => !name.includes('_')).map(name => [name, name] as const),
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
  ['cp1258', 'windows-1258'],
  ['ibm866', 'cp866'],
  ['macroman', 'mac_roman'],
  ['maccyrillic', 'mac_cyrillic'],
  ['big5', 'big5hkscs'],
  ['euc-jp', 'euc_jp'],
  ['euc-kr', 'cp949'],
  ['shift_jis', 'cp932'],
])

/** The longest run of bytes above ASCII. */
function longestRun(bytes: Uint8Array): number {
  let longest = 0
  let run = 0
  for (const byte of bytes) {
    run = byte < 0x80 ? 0 : run + 1
    if (run > longest) longest = run
  }
  return longest
}
