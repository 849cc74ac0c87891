import { docx } from './docx.ts'
import { eml } from './eml.ts'
import { epub } from './epub.ts'
import { extensionOf } from './extensions.ts'
import { html } from './html.ts'
import type { Importer } from './importer.ts'
import { markdown } from './markdown.ts'
import { mhtml } from './mhtml.ts'
import { odt } from './odt.ts'
import { pdf } from './pdf.ts'
import { plainText } from './plainText.ts'
import { rtf } from './rtf.ts'

/** Every reader. A new kind of file is a new line here. */
export const importers: readonly Importer[] = [plainText, html, markdown, epub, odt, docx, rtf, eml, mhtml, pdf]

/** The reader for a file of this name, by its extension, or undefined where there is none. */
export function importerFor(fileName: string): Importer | undefined {
  const extension = extensionOf(fileName)
  return extension === undefined ? undefined : importers.find(({ extensions }) => extensions.includes(extension))
}
