import { words as en } from '../words/words.ts'
import type { Scope } from './agreementReport.ts'
import { isShare, type LevelInterval, type LevelName } from './levelFigures.ts'
import { f1, type Levels, share } from './levels.ts'
import type { Tolerance } from './place.ts'

/** A figure of a level with all that it is made of, so that somebody can compute it by hand and cite it. */
export interface ExplainedLevel {
  readonly value: number | null
  /** What was counted, with what each count is. */
  readonly counts: readonly { readonly count: number; readonly says: string }[]
  readonly formula: string
  /** The formula with the counts in it; null where there is nothing to divide by. */
  readonly worked: string | null
  readonly citation: string
  /** Sentences to be copied into a methods section. */
  readonly methods: string
}

/** What an explanation has to say beside the counts. */
export interface AboutLevel {
  readonly articles: number
  readonly annotators: number
  readonly tolerance: Tolerance
  readonly interval: LevelInterval | null
  /** What the tag is called; null for all tags. */
  readonly tag: string | null
  readonly pair: Scope['pair']
}

/** Explains a figure of levels. */
export function explainLevel(levels: Levels, name: LevelName, about: AboutLevel): ExplainedLevel {
  const told = en.agreement.explained
  const title = en.agreement.levels[name].name
  const { tolerance, interval } = about
  const said = {
    ...{ title, tag: about.tag, articles: about.articles, annotators: about.annotators },
    extent: en.agreeLayers.tolerated(tolerance.words, tolerance.ignoreEnds),
    interval: interval?.value
      ? {
          ...{ low: interval.value.low.toFixed(3), high: interval.value.high.toFixed(3) },
          ...{ confidence: Math.round(100 * interval.confidence), samples: interval.samples },
        }
      : null,
  }
  if (isShare(name)) {
    const { same, of } = levels[name]
    const value = share(levels[name])
    return {
      value,
      counts: [
        { count: same, says: told.same[name] },
        { count: of, says: told.of[name] },
      ],
      formula: told.shareFormula,
      worked: value === null ? null : told.shareWorked(same, of, value.toFixed(6)),
      citation: told.shareCitation,
      methods:
        value === null
          ? told.noFigure(title)
          : told.shareMethods({ ...said, value: value.toFixed(3), of, asked: told.of[name], same: told.same[name] }),
    }
  }
  const { both, onlyA, onlyB } = levels[name]
  const value = f1(levels[name])
  return {
    value,
    counts: [
      { count: both, says: told.both[name] },
      { count: onlyA, says: told.onlyFirst },
      { count: onlyB, says: told.onlySecond },
    ],
    formula: told.f1Formula,
    worked: value === null ? null : told.f1Worked(both, onlyA, onlyB, value.toFixed(6)),
    citation: told.f1Citation,
    methods:
      value === null
        ? told.noFigure(title)
        : told.f1Methods({
            ...{ ...said, value: value.toFixed(3), what: told.both[name] },
            matched: told.matched[name](en.number(2 * both + onlyA + onlyB)),
          }),
  }
}
