/**
 * The endings of the files that each reader opens, lower case, without the dot.
 * They stand apart from the readers, so that whoever only lists files doesn't
 * load what reads them.
 */
export const extensions = {
  plainText: ['txt', 'text'],
  html: ['html', 'htm', 'xhtml'],
  markdown: ['md', 'markdown'],
  epub: ['epub'],
  odt: ['odt', 'fodt'],
  docx: ['docx', 'docm'],
  rtf: ['rtf'],
  eml: ['eml'],
  pdf: ['pdf'],
  mhtml: ['mhtml', 'mht'],
} as const satisfies Record<string, readonly string[]>

/** A file name's ending, lower case, without the dot; undefined where there is none. A hidden file's whole name is no ending. */
export function extensionOf(fileName: string): string | undefined {
  return /[^./\\]\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase()
}

/** Whether there is a reader for a file of this name. */
export function hasReader(fileName: string): boolean {
  const extension = extensionOf(fileName)
  return extension !== undefined && known.has(extension)
}

const known: ReadonlySet<string> = new Set(Object.values(extensions).flat())
