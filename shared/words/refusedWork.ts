/** What couldn't be saved: the words of the annotations, the beginnings of the paragraphs, or the names of what is in the project, that it is about. */
export interface RefusedWork {
  readonly file: 'layer' | 'facts' | 'project'
  readonly words: readonly string[]
  /** Set where it is no paragraph of the facts, but a field or the encoding. */
  readonly about?: 'article'
}
