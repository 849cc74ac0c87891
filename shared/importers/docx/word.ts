/**
 * A Word document as mammoth understands it, as much of it as is looked at. Its
 * own types bring all of Node's with them, which this room must not see.
 */
export interface WordDocument {
  readonly children: readonly WordNode[]
  readonly notes: { resolve(reference: WordNode): { readonly body: readonly WordNode[] } | null }
  readonly comments: readonly { readonly body: readonly WordNode[] }[]
}

export interface WordNode {
  /** `paragraph`, `run`, `text`, `tab`, `break`, `table`, `tableRow`, `tableCell`, `noteReference`, `checkbox` …  */
  readonly type: string
  readonly children?: readonly WordNode[]
  /** Of a text. */
  readonly value?: string
  /** Of a paragraph, as the document's styles name it: built-in ones are named in English in every language. */
  readonly styleName?: string | null
  readonly styleId?: string | null
  /** Of a paragraph that is an item of a list, numbered or not. */
  readonly numbering?: object | null
  /** Of a checkbox. */
  readonly checked?: boolean
}

/** The parts of a document by name; they are unpacked already, and within bounds. */
export interface Parts {
  text(name: string): string | null
}

interface Mammoth {
  convertToHtml(input: { readonly file: unknown }, choices: Choices): Promise<unknown>
}
interface Choices {
  readonly includeEmbeddedStyleMap: boolean
  readonly externalFileAccess: boolean
  transformDocument(document: WordDocument): WordDocument
}

/**
 * What mammoth reads in a document. It is taken before it becomes HTML, which
 * would say less: marks of notes and arrows back from them would stand in the
 * text as if somebody had written them. Throws what mammoth throws.
 */
export async function readWord(parts: Parts): Promise<WordDocument> {
  const { default: mammoth } = (await import('mammoth')) as unknown as { default: Mammoth }
  let read: WordDocument | undefined
  await mammoth.convertToHtml(
    { file: asArchive(parts) },
    {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument(document) {
        read = document
        return { ...document, children: [] }
      },
    },
  )
  return read!
}

/** The unpacked parts in the form of the archive that mammoth would otherwise unpack by itself, without bounds. */
function asArchive(parts: Parts) {
  return {
    exists: (name: string) => parts.text(name) !== null,
    read: async (name: string) => parts.text(name) ?? '',
  }
}
