/** Letters for hints, those that fingers rest on first. */
export const hintAlphabet = 'fjdkslghaeiruwovnmctybpqxz'

/**
 * As many short names as there are things to point at, the shortest first. No
 * name begins another, so that each is known at its last letter. One letter
 * for as many as possible, two for the others; `kept` letters are left out.
 */
export function hintLetters(count: number, kept = ''): string[] {
  const letters = [...hintAlphabet].filter(letter => !kept.includes(letter))
  const most = letters.length
  if (count > most * most) throw new RangeError(`No more than ${most * most} hints of two letters`)
  // So many letters, the hardest to reach, begin a name of two.
  const firsts = count <= most ? 0 : Math.ceil((count - most) / (most - 1))
  const short = letters.slice(0, most - firsts)
  const long = letters.slice(most - firsts).flatMap(first => letters.map(second => first + second))
  return [...short, ...long].slice(0, count)
}
