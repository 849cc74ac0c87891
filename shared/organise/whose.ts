/** Which articles the grid of who annotates what shows, by who annotates them: a word, or an annotator whose articles, or the others, are meant. */
export type Whose = 'all' | 'nobody' | 'one' | 'more' | { readonly is: string } | { readonly isNot: string }

/** Whether an article that these annotate is meant. */
export function isWhose(whose: Whose, annotators: readonly string[]): boolean {
  if (typeof whose === 'object')
    return 'is' in whose ? annotators.includes(whose.is) : !annotators.includes(whose.isNot)
  if (whose === 'nobody') return annotators.length === 0
  if (whose === 'one') return annotators.length === 1
  return whose === 'all' || annotators.length > 1
}
