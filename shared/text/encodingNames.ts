/**
 * Every encoding that a text can be read in, by the names that Python and
 * sidecars know them by, without what it takes to read them: those of Unicode
 * first, then by the languages that they were made for.
 */
export const encodingNames = [
  ...['utf-8', 'utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be'],
  ...['windows-1252', 'iso-8859-1', 'iso-8859-15', 'mac_roman', 'cp437', 'cp850'],
  ...['windows-1250', 'iso-8859-2', 'iso-8859-16', 'cp852'],
  ...['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'cp866', 'mac_cyrillic'],
  ...['windows-1253', 'iso-8859-7', 'windows-1254', 'iso-8859-3', 'windows-1255', 'iso-8859-8'],
  ...['windows-1256', 'iso-8859-6', 'windows-1257', 'iso-8859-4', 'iso-8859-10', 'iso-8859-13', 'iso-8859-14'],
  ...['windows-1258', 'cp874', 'gb18030', 'big5hkscs', 'cp932', 'euc_jp', 'iso2022_jp', 'cp949'],
] as const
export type EncodingName = (typeof encodingNames)[number]
