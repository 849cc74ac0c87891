import type { DatasetAnnotation, DatasetLayer, DatasetLink } from '../../shared/dataset/dataset.ts'
import { type Random, seeded } from './prose.ts'

/**
 * Generated news for datasets of any size: invented people say invented things, in so
 * many different words that no two articles resemble each other, and two annotators
 * mark who said what. The same number makes the same article on every machine.
 */
export interface News {
  /** Inside the workspace, with `/`. */
  readonly path: string
  readonly text: string
  readonly layers: readonly DatasetLayer[]
}

/** Characters of an article, about. */
const LENGTH = 600
/** Articles of a folder. */
const FOLDER = 500
const ANNOTATORS = ['ada', 'ben'] as const
/** The part of what `ada` marked that `ben` marked too. */
const SEEN_BY_BOTH = 0.85

const syllables =
  'ba be bri ca cho da dro el en fa fi gra ha hol in ja ka kel la lin ma mer na nor o pa pel qua ra rin sa sel sta ta tor u va vel wa yor zan'.split(
    ' ',
  )

/** So many invented words of so many syllables, drawn once. */
function invented(count: number, from: number, to: number, seed: number): string[] {
  const random = seeded(seed)
  const words = new Set<string>()
  while (words.size < count) {
    const length = from + Math.floor(random() * (to - from + 1))
    words.add(Array.from({ length }, () => pick(syllables, random)).join(''))
  }
  return [...words]
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const nouns = invented(3_000, 2, 3, 11)
const deeds = invented(900, 2, 3, 12).map(word => `${word}ed`)
const qualities = invented(900, 2, 3, 13).map(word => `${word}ic`)
const surnames = invented(2_000, 2, 3, 14).map(capital)
const names = invented(300, 2, 2, 15).map(capital)
const places = invented(400, 2, 3, 16).map(capital)
const cues = ['said', 'told reporters', 'insisted', 'denied', 'conceded', 'wrote', 'repeated', 'warned', 'promised']

/** Entities of the project's register that actors and events may refer to: `q1` to `q300`. */
export const entities = Array.from({ length: 300 }, (_, i) => ({
  ...{ id: `q${i + 1}`, name: `${names[i % names.length]} ${surnames[(i * 7) % surnames.length]}` },
  kind: i % 3 === 0 ? 'organisation' : 'person',
}))

/** The article of a number, counted from 1. */
export function newsOf(number: number): News {
  const random = seeded(number * 7919 + 17)
  const telling = new Telling(random)
  telling.say(`${capital(phrase(random))} ${pick(deeds, random)} in ${pick(places, random)}`)
  while (telling.text.length < LENGTH) {
    telling.say('\n\n')
    for (let left = 2 + Math.floor(random() * 4); left > 0; left--) {
      sentences[Math.floor(random() * sentences.length)]!(telling)
      if (left > 1) telling.say(' ')
    }
  }
  telling.say('\n')
  const folder = String(Math.ceil(number / FOLDER)).padStart(4, '0')
  return {
    path: `${folder}/report-${String(number).padStart(6, '0')}.txt`,
    text: telling.text,
    layers: ANNOTATORS.map((annotator, i) => telling.layer(annotator, i === 0 ? 1 : SEEN_BY_BOTH)),
  }
}

/** A text as it grows, and what stands where in it. */
class Telling {
  readonly random: Random
  text = ''
  readonly #annotations: DatasetAnnotation[] = []
  readonly #links: DatasetLink[] = []

  constructor(random: Random) {
    this.random = random
  }

  /** Adds words. Gives their place. */
  say(words: string) {
    const start = this.text.length
    this.text += words
    return { start, end: this.text.length }
  }

  /** Marks places. Gives the annotation's id. */
  mark(tag: string, spans: DatasetAnnotation['spans'], rest: Partial<DatasetAnnotation> = {}): string {
    const id = `${tag}-${this.#annotations.length + 1}`
    this.#annotations.push({ id, tag, spans, attributes: {}, ...rest })
    return id
  }

  link(type: string, from: string, to: DatasetLink['to'], rest: Partial<DatasetLink> = {}): void {
    this.#links.push({ id: `link-${this.#links.length + 1}`, type, from, to, attributes: {}, ...rest })
  }

  /** Somebody, as an actor. */
  somebody(): string {
    const who = pick(entities, this.random)
    const isKnown = this.random() < 0.3
    const words = isKnown ? who.name : `${pick(names, this.random)} ${pick(surnames, this.random)}`
    const attributes = { mention: this.random() < 0.8 ? 'name' : 'nominal' }
    return this.mark('actor', [this.say(words)], { attributes, ...(isKnown ? { entity: who.id } : {}) })
  }

  layer(annotator: string, part: number): DatasetLayer {
    const kept = this.#annotations.filter(() => this.random() < part)
    const there = new Set(kept.map(({ id }) => id))
    const isThere = ({ from, to }: DatasetLink) =>
      there.has(from) && (!('annotation' in to) || there.has(to.annotation))
    return { annotator, status: 'done', annotations: kept, links: this.#links.filter(isThere) }
  }
}

/** What an article is made of: each says one sentence. */
const sentences: readonly ((telling: Telling) => void)[] = [
  // Somebody says something; what they say names others.
  telling => {
    const who = telling.somebody()
    telling.say(' ')
    const cue = telling.say(pick(cues, telling.random))
    telling.say(' that ')
    const begin = telling.text.length
    telling.say('the ')
    const about = telling.somebody()
    telling.say(` ${pick(nouns, telling.random)} ${pick(deeds, telling.random)} the ${phrase(telling.random)}`)
    const what = claim(telling, [{ start: begin, end: telling.text.length }], 'indirect')
    telling.link('attributed-to', what, { annotation: who }, { cue, attributes: { explicitness: 'explicit' } })
    telling.link('about', what, { annotation: about })
    telling.say('.')
  },
  // A quotation in two parts, its speaker between them.
  telling => {
    telling.say('“')
    const first = telling.say(`The ${phrase(telling.random)} ${pick(deeds, telling.random)}`)
    telling.say(',” ')
    const who = telling.somebody()
    telling.say(' ')
    const cue = telling.say(pick(cues, telling.random))
    telling.say(', “')
    const second = telling.say(`and ${phrase(telling.random)} ${pick(deeds, telling.random)} it`)
    telling.say('.”')
    const what = claim(telling, [first, second], 'direct')
    telling.link('attributed-to', what, { annotation: who }, { cue, attributes: { explicitness: 'explicit' } })
  },
  // Something happens, and somebody takes part.
  telling => {
    telling.say(`In ${pick(places, telling.random)}, `)
    const who = telling.somebody()
    telling.say(' ')
    const words = telling.say(`${pick(deeds, telling.random)} the ${phrase(telling.random)}`)
    const event = telling.mark('event', [words], { attributes: { type: 'other', realis: 'actual' } })
    telling.link('participant', event, { annotation: who }, { attributes: { role: 'agent' } })
    telling.say('.')
  },
  // The article's own voice.
  telling => {
    const what = claim(
      telling,
      [telling.say(`The ${phrase(telling.random)} has ${pick(deeds, telling.random)}`)],
      'narrated',
    )
    telling.link('attributed-to', what, { author: true })
    telling.say('.')
  },
  // Nothing to mark.
  telling => {
    telling.say(`Its ${phrase(telling.random)} ${pick(deeds, telling.random)} near ${pick(places, telling.random)}.`)
  },
]

function claim(telling: Telling, spans: DatasetAnnotation['spans'], speech: string): string {
  const polarity = pick(['supports', 'opposes', 'neutral'], telling.random)
  const note = telling.random() < 0.05 ? { note: `See ${pick(places, telling.random)}.` } : {}
  return telling.mark('claim', spans, { attributes: { type: 'factual', polarity, speech }, ...note })
}

function phrase(random: Random): string {
  return `${pick(qualities, random)} ${pick(nouns, random)} of ${pick(nouns, random)}`
}

function pick<T>(things: readonly T[], random: Random): T {
  return things[Math.floor(random() * things.length)]!
}
