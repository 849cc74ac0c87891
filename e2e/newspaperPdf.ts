import { lines, type Mark, writePdf } from './writePdf.ts'

/** Lines of at most so many letters, as a typesetter without hyphens breaks them. */
export function wrapped(text: string, letters: number): string[] {
  const set: string[] = []
  for (const word of text.split(' ')) {
    const last = set.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) set[set.length - 1] = `${last} ${word}`
    else set.push(word)
  }
  return set
}

const words =
  'dockers harbour board union mayor strike ships grain mills bread traders talks offer city breakwater spokesman weeks letters meeting council night cranes captain wages the of and a in on that has said would not before after again with'.split(
    ' ',
  )

/** A paragraph of invented news: no two are alike. */
export function paragraph(number: number): string {
  let seed = number + 1
  const next = () => {
    seed = (seed * 48271) % 2147483647
    return words[seed % words.length]!
  }
  const sentence = () => `${Array.from({ length: 14 }, next).join(' ')}.`
  return Array.from({ length: 4 }, () => `The ${sentence()}`).join(' ')
}

/** A newspaper of this many pages: a running head, two columns of type, a page number. */
export function newspaperPdf(pages: number): Uint8Array {
  let next = 0
  return writePdf(
    Array.from({ length: pages }, (_, page): Mark[] => {
      const columns = [60, 310].flatMap(x => {
        const column: string[] = []
        while (column.length < 50) column.push(...wrapped(paragraph(next++), 38))
        return lines(column, { x, y: 90, size: 10, leading: 13 })
      })
      return [
        { x: 60, y: 40, size: 8, text: `The Castrel Courier, ${(page % 28) + 1} March 2031` },
        ...columns,
        { x: 290, y: 810, size: 8, text: String(page + 1) },
      ]
    }),
    { info: { Title: 'The Castrel Courier, a year of it' } },
  )
}
