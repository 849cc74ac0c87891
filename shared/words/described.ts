/** What is written down of an annotation, in words: what a card shows and a sentence says. */
export interface Described {
  /** What its tag is called; the tag's id where the codebook doesn't know it. */
  readonly tag: string
  /** The beginning of its words. */
  readonly words: string
  /** Who or what it refers to. */
  readonly entity?: string
  /** The questions that were answered, in the codebook's order, with their answers. */
  readonly attributes: readonly (readonly [label: string, answer: string])[]
  /** The first line of the note that has words in it. */
  readonly note?: string
}
