import { createStore } from 'zustand/vanilla'
import type { Settings } from '../../shared/contract/contract.ts'

/** How a side pane is shown: beside the text, over it because there is no room, or not at all. */
export type Show = 'beside' | 'over' | 'away'

/** What the text needs to be read well. */
const TEXT_WIDTH = 560

export interface Panes {
  /** The width of the window in CSS pixels. */
  readonly width: number
  /** The side pane that was asked for although there is no room for it beside the text. */
  readonly over: 'articles' | 'inspector' | null
  /** Whether the list of what could not be placed is unfolded. */
  readonly unplaced: boolean
  readonly focused: 'articles' | 'article' | 'inspector' | null
}

/** Which panes there is room for. */
export function makePanes() {
  const store = createStore<Panes>(() => ({ width: 1280, over: null, unplaced: false, focused: null }))
  const { setState } = store
  return {
    ...store,
    measure: (width: number) => setState({ width, over: null }),
    unfoldUnplaced: (unplaced: boolean) => setState({ unplaced }),
    layOver: (over: Panes['over']) => setState({ over }),
    focus: (focused: Panes['focused']) => setState({ focused }),
  }
}

export type PanesStore = ReturnType<typeof makePanes>

type Wanted = Pick<Settings, 'articles' | 'inspector' | 'articlesWidth' | 'inspectorWidth'>

/** The inspector keeps its place longest, because work is done there; the list folds away first. */
export function layOut(
  { width, over }: Pick<Panes, 'width' | 'over'>,
  wanted: Wanted,
): { articles: Show; inspector: Show } {
  const inspectorFits = width - wanted.inspectorWidth >= TEXT_WIDTH
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
