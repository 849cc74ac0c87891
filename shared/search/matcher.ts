import type { Span } from '../annotation/span.ts'
import { Problem } from '../problems/problem.ts'
import { clusterEnd, type Folding, fold } from './fold.ts'
import { FoldedText } from './foldedText.ts'
import type { Query } from './query.ts'
import { isWholeWord } from './wholeWord.ts'

/** A text that is searched, which may know itself folded. */
export interface Searchable {
  readonly text: string
  folded(folding: Folding): FoldedText
}

/** Finds the words of a query. */
export interface Matcher {
  /** Each place in order, none overlapping the one before; never an empty one. */
  find(source: Searchable): Iterable<Span>
  /** Whether it could find something, which is told at less cost than what; of a regular expression that isn't known. */
  mayFind(source: Searchable): boolean
}

/**
 * What finds the words of a query; null where there are none. Throws Problem
 * `search-pattern` for a regular expression that isn't one.
 */
export function makeMatcher(query: Query): Matcher | null {
  const matcher = query.regex ? patternMatcher(query) : wordsMatcher(query)
  if (!matcher || !query.wholeWord) return matcher
  return {
    ...matcher,
    *find(source) {
      for (const span of matcher.find(source)) if (isWholeWord(source.text, span)) yield span
    },
  }
}

/** A short text, such as a quote or a note: folded when it is asked for. */
export function searchable(text: string): Searchable {
  return { text, folded: folding => new FoldedText(text, folding) }
}

/** How texts are kept folded. What is alike in another form is, but for `fromMarks`, alike in this one. */
const loosely: Folding = { matchCase: false, diacritics: false }

/** What capitals of letters with marks make of those marks: a search without capitals and with accents tells nothing of the loose form then. */
const fromMarks = /[ι\u02bc]/

/**
 * Words are looked for in the text as it is kept folded; where capitals or
 * accents count, each place is then compared once more. So a text is folded
 * once for almost all searches.
 */
function wordsMatcher({ words, matchCase, diacritics }: Query): Matcher | null {
  const folding = { matchCase, diacritics }
  const exactly = fold(words, folding).trim()
  if (exactly === '') return null
  const isLoose = !matchCase && !diacritics
  // Words at whose ends stand accents alone have no ends when those are gone.
  const kept = isLoose || (hasEnds(exactly) && (matchCase || !fromMarks.test(exactly))) ? loosely : folding
  const wanted = fold(words, kept).trim()
  return {
    *find(source) {
      const text = source.folded(kept)
      for (let at = text.indexOf(wanted, 0); at !== -1; ) {
        const span = text.back(at, at + wanted.length)
        const isIt =
          span && (kept === folding || isLoose || fold(source.text.slice(span.start, span.end), folding) === exactly)
        if (isIt) yield span
        at = text.indexOf(wanted, at + (isIt ? wanted.length : 1))
      }
    },
    mayFind: source => source.folded(kept).indexOf(wanted, 0) !== -1,
  }
}

function hasEnds(words: string): boolean {
  let last = 0
  for (let at = 0; at < words.length; at = clusterEnd(words, at)) last = at
  return [words.slice(0, clusterEnd(words, 0)), words.slice(last)].every(end => fold(end, loosely).trim() !== '')
}

function patternMatcher({ words, matchCase }: Query): Matcher | null {
  if (words === '') return null
  const pattern = compiled(words, matchCase ? 'gmu' : 'gimu')
  return {
    *find({ text }) {
      for (const { 0: found, index } of text.matchAll(pattern)) {
        if (found !== '') yield { start: index, end: index + found.length }
      }
    },
    mayFind: () => true,
  }
}

function compiled(words: string, flags: string): RegExp {
  try {
    return new RegExp(words, flags)
  } catch (error) {
    const said = error instanceof SyntaxError ? error.message : String(error)
    // "Invalid regular expression: /…/flags: what is wrong": the last part alone says something new.
    throw new Problem('search-pattern', `${said.slice(said.lastIndexOf(': ') + 2)}.`)
  }
}
