import type { PdfDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { dateOf } from '../../article/dateOfArticle.ts'
import type { FieldName, Metadata } from '../../article/metadata.ts'

/**
 * Which entries of a document's XMP say which field; the first that is there
 * counts. The day on which the file was made is no day of publication: that of
 * the press's own vocabulary (PRISM) alone is.
 */
const entries: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  title: ['dc:title'],
  byline: ['dc:creator'],
  outlet: ['prism:publicationname', 'dc:publisher'],
  published: ['prism:publicationdate', 'prism:coverdate'],
  section: ['prism:section'],
  page: ['prism:startingpage', 'prism:pagerange'],
  language: ['dc:language'],
  address: ['prism:url'],
}

/** What a document says of itself, apart from its text. */
export async function fieldsOf(document: PdfDocument): Promise<Metadata> {
  const { info, metadata } = await document.getMetadata()
  const inInfo: Partial<Record<FieldName, unknown>> = {
    title: info['Title'],
    byline: info['Author'],
    language: info['Language'],
  }
  const fields: { [F in FieldName]?: Metadata[F] } = {}
  for (const [name, keys] of Object.entries(entries) as [FieldName, readonly string[]][]) {
    const said = [...keys.map(key => metadata?.get(key)), inInfo[name]]
      .map(lineOf)
      .find(line => line && isReal(name, line))
    const value = name === 'published' && said ? dateOf(said) : said
    if (value) fields[name] = { value: value.slice(0, LONGEST), by: 'head' }
  }
  return fields
}

/** A field is a line, not a text. */
const LONGEST = 1000

function lineOf(value: unknown): string {
  const words = Array.isArray(value) ? value.filter(one => typeof one === 'string').join(', ') : value
  return typeof words === 'string' ? words.replace(/[\s\0]+/g, ' ').trim() : ''
}

/** Programs put names of files for titles, and of their users for authors: those say nothing of the article. */
function isReal(name: FieldName, value: string): boolean {
  if (name === 'title')
    return !/^(?:untitled|microsoft (?:word|powerpoint|excel) - .*|(?:document|layout|slide|page|print) ?\d*|about:blank|[a-z]+:\/\/\S*|.*\.(?:docx?|odt|rtf|txt|tex|dvi|indd|qxd|qxp|pub|pages|pptx?|xlsx?|pdf|html?|cdr|ai|eps))$/i.test(
      value,
    )
  if (name === 'byline')
    return /\S\s+\S/.test(value) && !/[\\@]|^(?:microsoft|adobe|hp|dell|windows|office) /i.test(value)
  return true
}
