import { HIT_CONTEXT, type Hit } from './hit.ts'

/** What is tagged everywhere: the words as they stood where a person tagged them, and `HIT_CONTEXT` code points around them. */
export interface Original {
  readonly words: string
  readonly tag: string
  readonly before: string
  readonly after: string
}

export interface FitRules {
  /** Whether other capital letters make other words of it. */
  readonly exactCapitals: boolean
  /** Whether a person said of these words that they never are what the tag says. */
  readonly isNever: (words: string) => boolean
}

/** Why an occurrence of the words isn't ticked by itself; `words` are the ones that say so. */
export type Misfit =
  | { readonly kind: 'never' }
  | { readonly kind: 'already-tagged' }
  | { readonly kind: 'boilerplate' }
  | { readonly kind: 'other-capitals' }
  | { readonly kind: 'joined'; readonly words: string }
  | { readonly kind: 'headline' }
  | { readonly kind: 'longer-name'; readonly words: string }

/**
 * Everything that speaks against an occurrence; none where its neighbourhood
 * fits. Only what stands next to the words is looked at, and in doubt it
 * doesn't fit: a person ticks what Stet didn't.
 */
export function misfitsOf(original: Original, hit: Hit, { exactCapitals, isNever }: FitRules): readonly Misfit[] {
  const found: Misfit[] = []
  if (isNever(hit.quote)) found.push({ kind: 'never' })
  if (hit.covering.some(({ tag }) => tag === original.tag)) found.push({ kind: 'already-tagged' })
  if (hit.zone === 'boilerplate') found.push({ kind: 'boilerplate' })
  if (exactCapitals && flat(hit.quote) !== flat(original.words)) found.push({ kind: 'other-capitals' })
  const neighbourhood = neighbourhoodMisfit(original, hit)
  if (neighbourhood) found.push(neighbourhood)
  return found
}

/** Whether words are a name by their capitals, so that other capitals would make something else of them. */
export function isCapitalised(words: string): boolean {
  return capital.test(words.trimStart())
}

/** Words as they are compared: on one line, and in one spelling of their accents. */
export function flat(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim()
}

const capital = /^["'“‘«(]*\p{Lu}/u

function neighbourhoodMisfit(original: Original, hit: Hit): Misfit | null {
  const joined = joinedWord(hit)
  if (joined !== null) return { kind: 'joined', words: joined }
  if (!isCapitalised(hit.quote)) return null
  const here = longerName(hit)
  if (here === null || here === longerName({ ...original, quote: original.words })) return null
  const isHeadline = (hit.zone === 'title' || hit.zone === 'heading') && isAllCapitalised(hit)
  return isHeadline ? { kind: 'headline' } : { kind: 'longer-name', words: here }
}

type Stretch = Pick<Hit, 'before' | 'quote' | 'after'>

/** The whole that hyphens or slashes make of the words and their neighbours: `anti-Hood`; null where nothing is joined to them. */
function joinedWord({ before, quote, after }: Stretch): string | null {
  const left = /[\p{L}\p{N}]+[-‐‑/]$/u.exec(before)?.[0] ?? ''
  const right = /^[-‐‑/][\p{L}\p{N}]+/u.exec(after)?.[0] ?? ''
  return left || right ? left + flat(quote) + right : null
}

/** The longer run of capitalised words that a name is part of, titles and the first words of sentences aside; null where it is all of it. */
function longerName({ before, quote, after }: Stretch): string | null {
  const left = namesBefore(before)
  const right = namesAfter(after)
  return left || right ? [left, flat(quote), right].filter(Boolean).join(' ') : null
}

/** Words that go between the parts of a name, and are none of it at its end. */
const connectors = new Set(
  'of de del della der den di do dos da du des la le el al bin ibn van von zu ten ter the y e'.split(' '),
)

/** Before a name, these say who somebody is or what it is called; the name is the same with and without. */
const titles = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady madam president prime minister premier chancellor king queen prince princess ' +
    'emperor pope father sister brother rabbi imam sheikh ayatollah senator sen congressman congresswoman representative rep governor gov ' +
    'mayor judge justice general gen colonel col major captain capt lieutenant lt sergeant sgt admiral commander ambassador secretary ' +
    'director chairman chairwoman chair chief spokesman spokeswoman spokesperson mp herr frau monsieur madame señor señora don doña'
  ).split(' '),
)

/** Words that have their capital from the beginning of a sentence. */
const openers = new Set(
  (
    'the a an this that these those he she it they we i you his her its their our my your there here in on at by for from with without to of as ' +
    'after before during since until while when where why how what who which if although though because but and or so yet nor not no yes ' +
    'also even only just still then now today yesterday tomorrow earlier later last next meanwhile however instead both either neither ' +
    'each every some many most all any few one two three more according under over between among against about into through despite ' +
    'was is are were has have had did do does will would can could should may might must asked said says told did'
  ).split(' '),
)

function namesBefore(before: string): string {
  // A line's end, or anything but a space, ends the run.
  const words = wordsBefore(before)
  const taken: string[] = []
  let pending: string[] = []
  for (let i = words.length - 1; i >= 0; i--) {
    const { word, isFirst } = words[i]!
    const plain = word.toLowerCase().replace(/[.’']s?$/u, '')
    if (capital.test(word)) {
      if (titles.has(plain) && pending.length === 0) break
      if (titles.has(plain) && pending.length > 0) return taken.join(' ')
      if (isFirst && openers.has(plain)) break
      taken.unshift(word, ...pending)
      pending = []
    } else if (connectors.has(plain) && pending.length < 2) pending.unshift(word)
    else break
    if (isFirst) break
  }
  return taken.join(' ')
}

interface Word {
  readonly word: string
  /** Whether a sentence, a line or a quotation begins with it. */
  readonly isFirst: boolean
}

/** The words before, as far back as nothing but spaces stands between them. A word cut by the edge of the context is left out. */
function wordsBefore(before: string): Word[] {
  const run = /(?:^|[^\p{L}\p{N}\p{M}’'. -]|[.]\s|[\n\r])([\p{L}\p{N}\p{M}’'. -]*)$/u.exec(before)
  const text = run?.[1] ?? ''
  if (!/[ ]$/.test(text)) return []
  const begins = before.length - text.length
  const isCut = begins === 0 && [...before].length >= HIT_CONTEXT
  const isBegun = !isCut && !/[,;:(]\s*$/.test(before.slice(0, begins))
  const words = text.split(/ +/).filter(Boolean)
  return words.map((word, i) => ({ word, isFirst: i === 0 && isBegun })).slice(isCut && /^\S/.test(before) ? 1 : 0)
}

function namesAfter(after: string): string {
  const taken: string[] = []
  let pending: string[] = []
  let rest = after
  for (;;) {
    const next = /^ +([\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}’'-]*)/u.exec(rest)
    if (!next) return taken.join(' ')
    const word = next[1]!
    if (capital.test(word)) {
      taken.push(...pending, word)
      pending = []
    } else if (connectors.has(word.toLowerCase()) && pending.length < 2) pending.push(word)
    else return taken.join(' ')
    rest = rest.slice(next[0].length)
  }
}

/** Whether nearly every longer word of the line is capitalised, as in the headlines of some papers. */
function isAllCapitalised({ before, quote, after }: Stretch): boolean {
  const line = (before.split(/[\n\r]/).at(-1) ?? '') + quote + (after.split(/[\n\r]/)[0] ?? '')
  const words = line.match(/[\p{L}’']{4,}/gu) ?? []
  return words.length > 2 && words.every(word => capital.test(word))
}
