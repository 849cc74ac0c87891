import type { DatasetHead } from '../../dataset/dataset.ts'
import { nameBasedUuid } from '../nameBasedUuid.ts'
import { xmlElement, xmlWords } from '../xml/writeXml.ts'

type Book = DatasetHead['codebook']

/** What Stet calls a code: a tag's id; or a tag's, an attribute's and an answer, then `several` where it is one of several. */
export type CodeName = readonly [tag: string, attribute?: string, answer?: string, several?: 'several']

interface Code {
  readonly guid: string
  readonly label: string
  readonly colour?: string
  readonly guidance?: string
  /** Whether it only holds others. */
  readonly isFolder: boolean
  readonly below: Map<string, Code>
}

/** The tree of codes that a codebook is, which grows by what annotations say beside it. */
export class Codes {
  readonly #book: Book
  readonly #top = new Map<string, Code>()
  readonly #names: Record<string, CodeName> = {}

  constructor(book: Book) {
    this.#book = book
    for (const { id } of book.tags) this.tag(id)
    for (const { tag, id, choices, kind } of book.attributes)
      for (const choice of choices) this.answer(tag, id, choice.id, kind === 'several')
  }

  /** The guid of a tag's code. */
  tag(id: string): string {
    return this.#tag(id).guid
  }

  /** The guid of an answer's code: below its question's, which is below its tag's. */
  answer(tag: string, attribute: string, answer: string, isOfSeveral: boolean): string {
    const question = this.#book.attributes.find(one => one.tag === tag && one.id === attribute)
    const several = isOfSeveral ? (['several'] as const) : []
    const folder = this.#below(this.#tag(tag).below, [tag, attribute, ...several].join('\0'), () => ({
      guid: nameBasedUuid('attribute', this.#book.id, tag, attribute, ...several),
      label: question?.label ?? attribute,
      ...(question ? { guidance: question.guidance } : {}),
      isFolder: true,
    }))
    return this.#below(folder.below, answer, () => {
      const guid = nameBasedUuid('answer', this.#book.id, tag, attribute, answer, ...several)
      this.#names[guid] = isOfSeveral ? [tag, attribute, answer, 'several'] : [tag, attribute, answer]
      return { guid, label: question?.choices.find(({ id }) => id === answer)?.label ?? answer, isFolder: false }
    }).guid
  }

  /** What Stet calls each of them, by guid. */
  get names(): Readonly<Record<string, CodeName>> {
    return this.#names
  }

  /** The element `CodeBook` of a project, or the outermost one of a codebook's own file, which has `attributes`. */
  xml(attributes: Readonly<Record<string, string>> = {}): string {
    return xmlElement('CodeBook', attributes, xmlElement('Codes', {}, ...[...this.#top.values()].map(codeXml)))
  }

  #tag(id: string): Code {
    return this.#below(this.#top, id, () => {
      const tag = this.#book.tags.find(one => one.id === id)
      const guid = nameBasedUuid('tag', this.#book.id, id)
      this.#names[guid] = [id]
      const more = tag ? { colour: tag.colour, guidance: tag.guidance } : {}
      return { guid, label: tag?.label ?? id, ...more, isFolder: false }
    })
  }

  #below(codes: Map<string, Code>, key: string, make: () => Omit<Code, 'below'>): Code {
    const known = codes.get(key)
    if (known) return known
    const made = { ...make(), below: new Map<string, Code>() }
    codes.set(key, made)
    return made
  }
}

function codeXml({ guid, label, colour, guidance, isFolder, below }: Code): string {
  return xmlElement(
    'Code',
    { guid, name: label, isCodable: String(!isFolder), color: colour },
    guidance ? xmlElement('Description', {}, xmlWords(guidance)) : '',
    ...[...below.values()].map(codeXml),
  )
}
