import type { FigureGroup, FigureScope } from '../figures/figure.ts'
import type { GammaReport } from '../gamma/articleGamma.ts'
import type { FiguresAbout } from './figuresAbout.ts'

type Pair = NonNullable<FigureScope['pair']>

/** Figures as they are written into a file: with what they were computed from, and what things are called there. */
export interface FiguresWritten {
  readonly workspace: string
  readonly about: FiguresAbout
  /** In the order in which they are written. */
  readonly groups: readonly FigureGroup[]
  /** Of all annotators and of each two, where it was measured of what the others are of, with how many articles couldn't be; null where it wasn't. */
  readonly gamma: { readonly report: GammaReport; readonly unread: number } | null
  readonly pairName: (pair: Pair) => string
  readonly tagName: (tag: string) => string
  readonly questionName: (tag: string, question: string) => string
  /** Whether no count is told of these two; of all annotators with null. */
  readonly hidesCounts: (pair: Pair | null) => boolean
}
