import { detect, detectAll } from 'jschardet'
import { type Codec, codecs, neverGuessed } from './codecs.ts'

/** Bytes the detector is shown: as much as it makes use of. */
const SHOWN = 100_000

/**
 * The most probable codec of bytes that aren't UTF-8, and the text it makes of
 * them. A guess, and treated as one: the text goes into the sidecar, and the
 * status line names the codec. Where nothing speaks for another, it is
 * windows-1252.
 */
export function detectCodec(bytes: Uint8Array): { codec: Codec; text: string } {
  const western = codecs.get('windows-1252')!
  const first = bytes.findIndex(byte => byte >= 0x80)
  // What decides stands around the bytes that aren't ASCII, however late the first one comes.
  const start = Math.max(0, first - 1000)
  const shown = bytes.subarray(start, start + SHOWN)
  const found = codecOf(detect(shown, { detectEncodings: [...names.keys()] })) ?? western
  // "Café déjà" is too short for any detector; but a word of another script has no ASCII between its letters.
  const codec = found.kind === 'script' && longestRun(shown) < 3 ? western : found
  const text = codec.decode(bytes)
  if (!text.includes('\ufffd')) return { codec, text }

  // Some bytes mean nothing in it. The next best in which all of them do, old DOS pages included, is the better guess.
  for (const next of detectAll(shown, { detectEncodings: [...names.keys(), ...dosNames], minimumThreshold: 0 })) {
    const other = codecOf(next)
    const otherText = other?.decode(shown)
    if (other && !otherText?.includes('\ufffd')) return { codec: other, text: other.decode(bytes) }
  }
  return { codec, text }
}

function codecOf({ encoding }: { encoding: string | null }): Codec | undefined {
  const name = encoding?.toLowerCase() ?? ''
  return codecs.get(names.get(name) ?? (dosNames.includes(name) ? name : ''))
}

/** Asked about only where the first guess fails: nobody has written them for thirty years, and they fit most anything. */
const dosNames = ['cp437', 'cp850', 'cp852']

/** What the detector is asked about, and what our codec of that or the wider one it answers with is called. */
const names: ReadonlyMap<string, string> = new Map([
  ...[...codecs.keys()]
    .filter(name => !name.includes('_') && !dosNames.includes(name) && !neverGuessed.some(one => one === name))
    .map(name => [name, name] as const),
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
