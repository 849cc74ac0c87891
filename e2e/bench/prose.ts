/** Numbers from 0 to below 1, the same ones for the same seed. */
export type Random = () => number

/** A small generator of even numbers (mulberry32): the same workload on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const people = ['Leopold Asker', 'Dessa Morwen', 'Ines Tarrow', 'Col. Hadrin Voss', 'Mr Pell', 'the harbour master']
const bodies = [
  'the Chamber of Deputies',
  'Corvane Lines',
  'the Linnet inquiry',
  'Qasira Port Authority',
  'the ministry',
]
const places = ['Port Elden', 'Castrel', 'Saltry', 'Upper Maravel', 'the northern docks']
const verbs = ['said', 'told reporters', 'insisted', 'denied', 'conceded', 'wrote in a letter', 'repeated on Tuesday']
const deeds = [
  'signed the ferry agreement',
  'withdrew from the talks',
  'opened a second investigation',
  'halted all sailings',
  'demanded a public vote',
  'published the engineer’s warning',
]
const matters = [
  'that no warning had reached the office before the sailing',
  'that the repairs would cost four million crowns and take until spring',
  'that “nobody in this building was told of any note”',
  'that the company had known of the crack for eleven months',
  'that the figures were wrong, and that new ones would follow within a week',
]
const ends = ['', ', according to two officials', ', after a night of talks', '; the company declined to comment']

/**
 * News-like English of invented people: one headline, then paragraphs of two to
 * six sentences with an empty line between them, `length` UTF-16 units in all.
 */
export function makeProse(headline: string, length: number, random: Random): string {
  const parts = [headline]
  let reached = headline.length
  while (reached < length) {
    const paragraph = Array.from({ length: 2 + Math.floor(random() * 5) }, () => sentence(random)).join(' ')
    parts.push(paragraph)
    reached += paragraph.length + 2
  }
  return `${parts.join('\n\n').slice(0, length - 2)}.\n`
}

function sentence(random: Random): string {
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)]!
  const kinds = [
    () => `${one(people)} ${one(verbs)} ${one(matters)}${one(ends)}.`,
    () => `In ${one(places)}, ${one(bodies)} ${one(deeds)}${one(ends)}.`,
    () => `${one(people)} of ${one(bodies)} ${one(deeds)} in ${one(places)}, and ${one(verbs)} ${one(matters)}.`,
    () =>
      `It was the ${2 + Math.floor(random() * 60)}th time since ${1990 + Math.floor(random() * 40)} that ${one(bodies)} ${one(deeds)}.`,
  ]
  const said = kinds[Math.floor(random() * kinds.length)]!()
  return said.charAt(0).toUpperCase() + said.slice(1)
}
