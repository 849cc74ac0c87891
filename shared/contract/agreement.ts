import * as z from 'zod'
import { anatomyParts } from '../agreement/anatomy.ts'
import { levels } from '../agreement/coefficients/ratings.ts'
import { figureMeasures, overs } from '../agreement/figures/figure.ts'
import { periods } from '../agreement/overTime.ts'
import { MOST_WORDS_APART } from '../limits.ts'
import { Ticket } from './shapes.ts'

/*
 * How far the annotators of a workspace agree, as it crosses the bridge. What was computed goes as JSON texts of the
 * types of `shared/agreement/`: they are made by the desktop's own worker, of counts.
 */

const count = z.int().nonnegative()
const word = z.string().min(1).max(1_000)
/** Of the file, gold ones too. */
const annotator = z.string().min(1).max(64)
const layers = z.array(annotator).max(1_000)
const tags = z.array(word).max(1_000)
/** How extents are compared. */
const Tolerance = z.strictObject({ words: count.max(MOST_WORDS_APART), ignoreEnds: z.boolean() })

/** What is compared, and how; null: all of them. */
const AgreementAsked = z.strictObject({ layers: layers.nullable(), tags: tags.nullable(), tolerance: Tolerance })

/** What was chosen last in a workspace. */
export const KeptAgreement = z.strictObject({
  ...AgreementAsked.shape,
  period: z.enum(periods),
  /** The groups of measures that are open. */
  open: z
    .array(z.enum([...overs, 'gamma']))
    .max(20)
    .exactOptional(),
})

const pair = z.strictObject({ a: annotator, b: annotator })
const Scope = z.strictObject({ pair: pair.nullable(), tag: word.nullable() })
const workspace = Ticket
/** The tag that a cell of the matrix is of; '' for nothing. */
const cellTag = z.string().max(1_000)

/** How far it is, in articles. */
export const AgreementProgress = z.strictObject({
  workspace: Ticket,
  doing: z.enum(['reading', 'comparing', 'figures', 'saving', 'gamma']),
  done: count,
  of: count,
})

export const agreeing = {
  /** Whose layers there are. Nothing is read yet. */
  'agreement.begin': {
    input: z.strictObject({ workspace }),
    output: z.strictObject({
      /** By id and as they are called, with how many articles have one. */
      layers: z
        .array(z.strictObject({ annotator, name: z.string().max(1_000), articles: count, isGold: z.boolean() }))
        .max(1_000),
      /** Those that are sealed, as they are called: nothing of them is told. */
      sealed: z.array(z.string().max(1_000)).max(1_000),
    }),
  },
  /** Compares, and answers with the JSON text of an `AgreementReport` and its number; null where it was stopped, or asked for anew. */
  'agreement.run': {
    input: z.strictObject({ workspace, asked: AgreementAsked }),
    output: z
      .strictObject({
        ...{ run: count, report: z.string(), unread: count, unplaced: count },
        /** Of sealed codings. */
        sealed: z.strictObject({ layers: count, articles: count }),
      })
      .nullable(),
  },
  /** The figures of each row with their intervals, of what was compared last: the JSON text of `RowIntervals`; null where something else is compared by now. */
  'agreement.rows': {
    input: z.strictObject({ workspace, tags, pairs: z.array(pair).max(10_000) }),
    output: z.string().nullable(),
  },
  /** A scope in detail: the JSON text of a `ScopeDetail`; null where something else is compared, or looked at, by now. */
  'agreement.look': {
    input: z.strictObject({ workspace, scope: Scope, period: z.enum(periods) }),
    output: z.string().nullable(),
  },
  /** Every measure of a scope: the JSON text of `FigureGroup`s; null where it was stopped, or asked for anew. */
  'agreement.figures': {
    input: z.strictObject({ workspace, scope: Scope }),
    output: z.string().nullable(),
  },
  /** What a figure is explained by: the JSON text of a `FigureGround`, or `null`. */
  'agreement.explain': {
    input: z.strictObject({
      workspace,
      named: z.strictObject({
        ...Scope.shape,
        over: z.enum(overs),
        question: word.nullable(),
        measure: z.enum(figureMeasures),
        level: z.enum([...levels, 'sets']).nullable(),
      }),
    }),
    output: z.string(),
  },
  /** The places that are meant: the JSON text of `ToldCases`, with the articles' tickets. */
  'agreement.cases': {
    input: z.strictObject({
      workspace,
      scope: Scope,
      wanted: z.union([
        z.strictObject({ kind: z.literal('part'), part: z.enum(anatomyParts) }),
        z.strictObject({ kind: z.literal('cell'), row: cellTag, column: cellTag }),
      ]),
    }),
    output: z.string(),
  },
  /** γ of the layers (null: all): the JSON text of a `GammaReport`, and how many articles couldn't be measured; null where it was stopped. */
  'agreement.gamma': {
    input: z.strictObject({ workspace, layers: layers.nullable(), tags: tags.nullable() }),
    output: z.strictObject({ report: z.string(), unread: count }).nullable(),
  },
  /** Writes every figure of what is shown, of all pairs and tags, into a file that the person names: what that is called; null where they close the dialog, or it was stopped. */
  'agreement.save': {
    input: z.strictObject({
      workspace,
      /** The number of what is shown. */
      run: count,
      format: z.enum(['csv', 'html']),
      /** Annotators as they are called, in the order in which they are named. */
      names: z.array(z.strictObject({ annotator, name: z.string().max(1_000) })).max(1_000),
      /** Whether these are letters in place of names. */
      isBlind: z.boolean(),
    }),
    output: z.strictObject({ file: z.string().max(1_000).nullable(), isStopped: z.boolean() }),
  },
  'agreement.stopSaving': { input: z.strictObject({ workspace }), output: z.null() },
  'agreement.stopGamma': { input: z.strictObject({ workspace }), output: z.null() },
  /** Stops comparing, and figures of a scope. */
  'agreement.cancel': { input: z.strictObject({ workspace }), output: z.null() },
  /** The person is done with it. */
  'agreement.close': { input: z.strictObject({ workspace }), output: z.null() },
} as const
