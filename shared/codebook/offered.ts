/** What may be given up in a codebook: a tag, a question, an answer, a kind of link. */
interface Given {
  readonly mergedInto?: string
  readonly retired?: true
}

/** Whether it is still offered. What isn't stays for the annotations that have it. */
export function isOffered({ mergedInto, retired }: Given): boolean {
  return mergedInto === undefined && retired !== true
}
