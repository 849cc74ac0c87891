import type { Span } from '../annotation/span.ts'
import { Problem } from '../problems/problem.ts'
import { type Folding, fold } from './fold.ts'
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
}

/**
 * What finds the words of a query; null where there are none. Throws Problem
 * `search-pattern` for a regular expression that isn't one.
 */
export function makeMatcher(query: Query): Matcher | null {
  const matcher = query.regex ? patternMatcher(query) : wordsMatcher(query)
  if (!matcher || !query.wholeWord) return matcher
  return {
    *find(source) {
      for (const span of matcher.find(source)) if (isWholeWord(source.text, span)) yield span
    },
  }
}

/** A short text, such as a quote or a note: folded when it is asked for. */
export function searchable(text: string): Searchable {
  return { text, folded: folding => new FoldedText(text, folding) }
}

function wordsMatcher({ words, matchCase, diacritics }: Query): Matcher | null {
  const folding = { matchCase, diacritics }
  const wanted = fold(words, folding).trim()
  if (wanted === '') return null
  return {
    *find(source) {
      const text = source.folded(folding)
      for (let at = text.indexOf(wanted, 0); at !== -1; ) {
        const span = text.back(at, at + wanted.length)
        if (span) yield span
        at = text.indexOf(wanted, at + (span ? wanted.length : 1))
      }
    },
  }
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
