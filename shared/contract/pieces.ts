/** So many at a time are made into a text, or taken out of it: a millisecond or two. */
const THINGS_A_PIECE = 100

/**
 * Things of which there may be thousands, as JSON texts of arrays. A text
 * crosses the bridge at once; thousands of objects hold both ends of it up.
 */
export function inPieces(things: readonly unknown[]): string[] {
  const pieces: string[] = []
  for (let at = 0; at < things.length; at += THINGS_A_PIECE)
    pieces.push(JSON.stringify(things.slice(at, at + THINGS_A_PIECE)))
  return pieces
}

/** The things again; what they are has to be checked where the texts are somebody else's. */
export function outOfPieces<T>(pieces: readonly string[]): T[] {
  return pieces.flatMap(piece => JSON.parse(piece) as T[])
}
