import type { Part } from '../../dataset/format.ts'

/**
 * Test ground: a small reading of annotation files that knows nothing of ours.
 * It gives each line as one text in which only what has no meaning is gone:
 * the order of lines, the numbers of attributes, references and notes, white
 * space at ends, and the order of the parts of a discontinuous annotation.
 */
export function factsOf(ann: string): string[] {
  const facts: string[] = []
  for (const line of ann.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const [id = '', body = '', ...rest] = line.split('\t')
    const words = body.trim().split(/\s+/)
    if (id.startsWith('T')) {
      const places = words
        .slice(1)
        .join(' ')
        .split(';')
        .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
      facts.push([id, words[0], places.join(';')].join(' '))
    } else if (/^[AMN#]/.test(id)) facts.push([id[0], ...words, ...rest].join(' ').trim())
    else facts.push([id, ...words].join(' '))
  }
  return facts.sort()
}

/** The whole of a file among parts that were written. */
export function fileOf(parts: readonly Part[], file: string): string {
  return parts
    .filter(part => part.file === file)
    .map(({ data }) => data as string)
    .join('')
}

/** The words that fragments counted in code points stand for, joined as brat does. */
export function wordsAtCodePoints(text: string, places: string): string {
  const characters = [...text]
  return places
    .split(';')
    .map(place => {
      const [start, end] = place.split(' ').map(Number)
      return characters.slice(start, end).join('')
    })
    .join(' ')
}
