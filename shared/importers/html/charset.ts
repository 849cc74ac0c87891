import { type Decoded, decode, decodeAs, encodings } from '../../text/decode.ts'

/** How far into a page its charset may be declared. */
const HEAD = 4096

/**
 * The source of a page. A mark counts most, then bytes that are valid UTF-8,
 * then what whoever sent it says (`label`), then what the page declares of
 * itself, then a guess.
 */
export function decodePage(bytes: Uint8Array, label: string | null = null): Decoded {
  return decodeLabelled(bytes, label === null || ourName(label) === null ? () => declaredIn(bytes) : label)
}

/** Bytes by a mark, as valid UTF-8, by the web's name for an encoding, or by a guess. A label that says UTF-8 and is belied by the bytes says nothing. */
export function decodeLabelled(bytes: Uint8Array, label: string | null | (() => string | null)): Decoded {
  const found = decode(bytes)
  if (found.encodingBy !== 'detected' || /^utf-(?:16|32)/.test(found.encoding)) return found
  const name = typeof label === 'function' ? label() : label
  const declared = name === null ? null : ourName(name)
  return declared ? { ...decodeAs(bytes, declared), encodingBy: 'declared' } : found
}

/** The encoding that a page's head names, outside comments and scripts; null where it names none. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD))
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi, '')
  const [, label = null] =
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head) ??
    []
  return label
}

/** Our name for an encoding that the web calls so; null for UTF-8, which was tried, and for what we don't know. */
function ourName(label: string): string | null {
  const name = label.trim().toLowerCase()
  const ours = labels.get(name) ?? name
  return encodings.includes(ours) && ours !== 'utf-8' ? ours : null
}

/** What the web calls them, where that isn't what we do. */
const labels: ReadonlyMap<string, string> = new Map([
  ...['iso-8859-1', 'latin1', 'us-ascii', 'ascii', 'cp1252'].map(label => [label, 'windows-1252'] as const),
  ['iso-8859-9', 'windows-1254'],
  ['ibm866', 'cp866'],
  ['windows-874', 'cp874'],
  ['tis-620', 'cp874'],
  ['macintosh', 'mac_roman'],
  ['x-mac-cyrillic', 'mac_cyrillic'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['big5', 'big5hkscs'],
  ['big5-hkscs', 'big5hkscs'],
  ['shift_jis', 'cp932'],
  ['shift-jis', 'cp932'],
  ['windows-31j', 'cp932'],
  ['euc-jp', 'euc_jp'],
  ['euc-kr', 'cp949'],
  ['ks_c_5601-1987', 'cp949'],
  ['iso-2022-jp', 'iso2022_jp'],
])
