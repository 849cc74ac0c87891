import { createStore } from 'zustand/vanilla'
import type { Settings } from '../../shared/contract/contract.ts'

/** How a side pane is shown: beside the text, over it because there is no room, or not at all. */
export type Show = 'beside' | 'over' | 'away'

/** What the text needs to be read well. */
const TEXT_WIDTH = 560
/** What it makes do with while a case is decided beside it. */
const TEXT_WIDTH_DECIDING = 340
/** Eight lines of each size of the text, and the bar above them. */
const TEXT_HEIGHT = { small: 262, medium: 288, large: 318 } as const
const STATUS_HEIGHT = 29

/** What the pane below the text can show. */
export type Drawer = NonNullable<Settings['drawer']>
/** Its bar and three rows, in CSS pixels. */
export const DRAWER_LEAST = 128

/** How high the pane below may be, in CSS pixels, so that the text above it can still be read. */
export function drawerMost({ height }: Pick<Panes, 'height'>, { textSize }: Pick<Settings, 'textSize'>): number {
  return Math.max(DRAWER_LEAST, height - STATUS_HEIGHT - TEXT_HEIGHT[textSize])
}

export interface Panes {
  /** The width of the window in CSS pixels. */
  readonly width: number
  readonly height: number
  /** The side pane that was asked for although there is no room for it beside the text. */
  readonly over: 'articles' | 'inspector' | null
  /** Whether a case is at hand, which is read beside the text. */
  readonly isDeciding: boolean
  /** Whether the list of what could not be placed is unfolded. */
  readonly unplaced: boolean
  readonly focused: 'articles' | 'article' | 'drawer' | 'inspector' | null
  /** What the pane below showed last: it comes back with that. */
  readonly lastDrawer: Drawer
}

/** Which panes there is room for. */
export function makePanes() {
  const store = createStore<Panes>(() => ({
    width: 1280,
    height: 800,
    over: null,
    isDeciding: false,
    unplaced: false,
    focused: null,
    lastDrawer: 'problems',
  }))
  const { setState } = store
  return {
    ...store,
    measure: (width: number, height: number) => setState({ width, height, over: null }),
    unfoldUnplaced: (unplaced: boolean) => setState({ unplaced }),
    layOver: (over: Panes['over']) => setState({ over }),
    decide: (isDeciding: boolean) => setState({ isDeciding }),
    rememberDrawer: (lastDrawer: Drawer) => setState({ lastDrawer }),
    focus: (focused: Panes['focused']) => setState({ focused }),
  }
}

export type PanesStore = ReturnType<typeof makePanes>

type Wanted = Pick<Settings, 'articles' | 'inspector' | 'articlesWidth' | 'inspectorWidth'>

/** The inspector keeps its place longest, because work is done there; the list folds away first. */
export function layOut(
  { width, over, isDeciding = false }: Pick<Panes, 'width' | 'over'> & { readonly isDeciding?: boolean },
  wanted: Wanted,
): { articles: Show; inspector: Show } {
  const inspectorFits = width - wanted.inspectorWidth >= (isDeciding ? TEXT_WIDTH_DECIDING : TEXT_WIDTH)
  const besideWidth = wanted.inspector && inspectorFits ? wanted.inspectorWidth : 0
  const articlesFit = width - besideWidth - wanted.articlesWidth >= TEXT_WIDTH
  return {
    articles: show(wanted.articles, articlesFit, over === 'articles'),
    inspector: show(wanted.inspector, inspectorFits, over === 'inspector'),
  }
}

function show(wanted: boolean, fits: boolean, isOver: boolean): Show {
  if (wanted && fits) return 'beside'
  return isOver ? 'over' : 'away'
}
