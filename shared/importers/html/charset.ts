import { type Decoded, decode, decodeAs, encodings } from '../../text/decode.ts'

/** How far into a page its charset may be declared. */
const HEAD = 4096

/**
 * The source of a page. A mark counts most, then bytes that are valid UTF-8,
 * then what the page declares of itself, then a guess. A declaration of UTF-8
 * that the bytes belie says nothing.
 */
export function decodePage(bytes: Uint8Array): Decoded {
  const found = decode(bytes)
  if (found.encodingBy !== 'detected' || /^utf-(?:16|32)/.test(found.encoding)) return found
  const declared = declaredIn(bytes)
  return declared ? { ...decodeAs(bytes, declared), encodingBy: 'declared' } : found
}

/** The encoding that a page's head names, outside comments and scripts, by our name for it; null where it names none that we know. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD))
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi, '')
  const [, label = ''] =
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head) ??
    []
  const name = label.toLowerCase()
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
