/** What couldn't be saved: the words of the annotations, or the beginnings of the paragraphs, that it is about. */
export interface RefusedWork {
  readonly file: 'layer' | 'facts'
  readonly words: readonly string[]
}
