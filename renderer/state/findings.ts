import { createStore } from 'zustand/vanilla'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { Findings } from '../../shared/rules/findings.ts'
import type { Finding, Register, RuleId } from '../../shared/rules/rule.ts'
import type { OpenArticle } from './openArticle.ts'
import type { ReadingStore } from './reading.ts'
import type { RightAsIsStore } from './rightAsIs.ts'

/** The problems of the open article. The findings change in place; `version` grows with each change of them. */
export interface FindingsState {
  /** Null without an article whose layer has come. */
  readonly findings: Findings | null
  /** Whether everything has been looked at once. */
  readonly isWhole: boolean
  readonly version: number
  /** The one rule whose findings are listed, or `right` for what is right as it is; null for all that is not. */
  readonly rule: RuleId | 'right' | null
  /** The key of the finding that a person went to last. */
  readonly current: string | null
}

interface Parts {
  readonly reading: ReadingStore
  readonly codebook: {
    readonly get: () => Codebook
    readonly subscribe: (hear: () => void) => unknown
  }
  readonly register: { readonly get: () => Register; readonly subscribe: (hear: () => void) => unknown }
  readonly rightAsIs: Pick<RightAsIsStore, 'isRight' | 'say'>
  /** Milliseconds that only grow. */
  readonly clock: () => number
  /** Does something once what the person did is painted. */
  readonly soon: (act: () => void) => void
}

/** How long the rules may work at a stretch: a frame has room for more besides. */
const SLICE_MS = 6
/** How long the first look waits, so that the article is painted before. */
const SETTLE_MS = 120
/** How often a long look shows what it has found so far. */
const SHOW_MS = 250

/** Keeps the problems of the open article in step with it. */
export function makeFindings({ reading, codebook, register, rightAsIs, clock, soon }: Parts) {
  const store = createStore<FindingsState>(() => ({
    findings: null,
    isWhole: false,
    version: 0,
    rule: null,
    current: null,
  }))
  const { getState, setState } = store
  let timer: ReturnType<typeof setTimeout> | undefined
  let article: OpenArticle | null = null
  let blocks: OpenArticle['blocks'] = []
  let shownAt = 0

  /** Looks at the whole article anew. */
  function begin(): void {
    clearTimeout(timer)
    const open = article
    if (!open?.isFilled) {
      setState({ findings: null, isWhole: false })
      void open?.filled.then(() => open === article && begin())
      return
    }
    blocks = open.blocks
    const findings = new Findings(
      {
        text: open.text,
        get blocks() {
          return open.blocks
        },
        get layer() {
          return open.present
        },
        codebook: codebook.get(),
        register: register.get(),
      },
      finding => rightAsIs.isRight(open.ticket, finding, open.text),
    )
    setState(({ version }) => ({ findings, isWhole: false, version: version + 1 }))
    timer = setTimeout(work, SETTLE_MS)
  }

  /** Looks at what is due for the time of a slice; the rest follows when others have had their turn. */
  function work(): void {
    clearTimeout(timer)
    const { findings } = getState()
    if (!findings) return
    const end = clock() + SLICE_MS
    const isDone = findings.work(() => clock() >= end)
    if (!isDone) timer = setTimeout(work)
    if (!isDone && clock() - shownAt < SHOW_MS) return
    shownAt = clock()
    setState(({ version, isWhole }) => ({ version: version + 1, isWhole: isWhole || isDone }))
  }

  /** Until the first look is through, it takes the rest with it. */
  function workSoon(): void {
    if (getState().isWhole) soon(work)
  }

  reading.subscribe(state => {
    if (state.article !== article) {
      article = state.article
      setState({ current: null })
      begin()
    } else if (article && article.blocks !== blocks) {
      getState().findings?.rezoned(blocks)
      blocks = article.blocks
      workSoon()
    }
  })
  reading.onEdited((edited, edit, undo) => {
    if (edited !== article) return
    const { findings } = getState()
    soon(() => findings?.follow(edit, undo))
    workSoon()
  })
  codebook.subscribe(begin)
  register.subscribe(() => {
    getState().findings?.reregistered()
    workSoon()
  })

  /** What is listed, without being looked through: of the chosen rule, and what is right as it is only where that is asked for. */
  function shown({ findings, rule }: FindingsState = getState()): readonly Finding[] {
    if (!findings) return []
    if (rule === 'right') return findings.order.apart
    return rule === null ? findings.order.all : findings.order.of(rule)
  }

  const isDismissed = (finding: Finding): boolean =>
    article !== null && rightAsIs.isRight(article.ticket, finding, article.text)

  return {
    ...store,
    shown,
    /** How many of what is listed stand before a finding; -1 for one that isn't listed. */
    rankOf(finding: Finding): number {
      const { findings, rule } = getState()
      const at = rule === null && findings ? findings.order.placeOf(finding) : shown().indexOf(finding)
      return shown()[at] === finding ? at : -1
    },
    isDismissed,
    /** How many there are of each rule, of all, and what is right as it is apart. */
    counts(): { readonly all: number; readonly byRule: ReadonlyMap<RuleId, number>; readonly right: number } {
      const order = getState().findings?.order
      return { all: order?.all.length ?? 0, byRule: order?.counts ?? new Map(), right: order?.apartCount ?? 0 }
    },
    /** The finding that a person went to last, while it is one. */
    current(): Finding | undefined {
      const { findings, current } = getState()
      return current === null ? undefined : findings?.order.get(current)
    },
    goTo: (finding: Finding) => setState({ current: finding.key }),
    filter: (rule: FindingsState['rule']) => setState({ rule }),
    /** It is right as it is, or isn't after all: it is listed apart, or with the others again. One undo. */
    dismiss(finding: Finding, isRight = true): void {
      if (!article) return
      rightAsIs.say(article.ticket, finding, article.text, isRight)
      setState({ current: null })
    },
    /** What is said to be right as it is has changed, of one finding or of all. */
    judgeAgain(said: { readonly article: string; readonly key: string } | null): void {
      const { findings } = getState()
      if (!findings || (said && said.article !== article?.ticket)) return
      // Where its words name a finding too, they stand behind its key.
      const key = said && [said.key, said.key.split(' ')[0]!].find(one => findings.order.get(one))
      if (!said) begin()
      else if (key) findings.order.judgeAgain(key)
      setState(({ version }) => ({ version: version + 1 }))
    },
  }
}

export type FindingsStore = ReturnType<typeof makeFindings>
