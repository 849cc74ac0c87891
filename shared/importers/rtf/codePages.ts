/** The encoding that a code page's number means, by our name for it; undefined where it means none that we know. */
export function encodingOfPage(page: number): string | undefined {
  return pages.get(page) ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : undefined)
}

/** The encoding that a font's charset means, by our name for it; undefined where it is the document's own. */
export function encodingOfCharset(charset: number): string | undefined {
  return charsets.get(charset)
}

const pages: ReadonlyMap<number, string> = new Map([
  [437, 'cp437'],
  [850, 'cp850'],
  [852, 'cp852'],
  [866, 'cp866'],
  [874, 'cp874'],
  [932, 'cp932'],
  [936, 'gb18030'],
  [949, 'cp949'],
  [950, 'big5hkscs'],
  [1361, 'cp949'],
  [10000, 'mac_roman'],
  [10007, 'mac_cyrillic'],
  [28592, 'iso-8859-2'],
  [28595, 'iso-8859-5'],
  [28597, 'iso-8859-7'],
  [28605, 'iso-8859-15'],
  [20866, 'koi8-r'],
  [21866, 'koi8-u'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
])

const charsets: ReadonlyMap<number, string> = new Map([
  [0, 'windows-1252'],
  [77, 'mac_roman'],
  [78, 'cp932'],
  [79, 'cp949'],
  [80, 'gb18030'],
  [81, 'big5hkscs'],
  [89, 'mac_cyrillic'],
  [128, 'cp932'],
  [129, 'cp949'],
  [130, 'cp949'],
  [134, 'gb18030'],
  [136, 'big5hkscs'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [179, 'windows-1256'],
  [180, 'windows-1256'],
  [181, 'windows-1255'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'cp874'],
  [238, 'windows-1250'],
  [254, 'cp437'],
  [255, 'cp850'],
])
