import { createStore } from 'zustand/vanilla'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { Findings } from '../../shared/rules/findings.ts'
import type { Finding, Register, RuleId } from '../../shared/rules/rule.ts'
import type { OpenArticle } from './openArticle.ts'
import type { ReadingStore } from './reading.ts'

/** The problems of the open article. The findings change in place; `version` grows with each change of them. */
export interface FindingsState {
  /** Null without an article whose layer has come. */
  readonly findings: Findings | null
  /** Whether everything has been looked at once. */
  readonly isWhole: boolean
  readonly version: number
  /** The one rule whose findings are listed; null for all. */
  readonly rule: RuleId | null
  /** The key of the finding that a person went to last. */
  readonly current: string | null
  /** What a person said is right as it is: article and key. Kept as long as the window. */
  readonly dismissed: ReadonlySet<string>
}

interface Parts {
  readonly reading: ReadingStore
  readonly codebook: {
    readonly get: () => Codebook
    readonly subscribe: (hear: () => void) => unknown
  }
  readonly register: () => Register
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
export function makeFindings({ reading, codebook, register, clock, soon }: Parts) {
  const store = createStore<FindingsState>(() => ({
    findings: null,
    isWhole: false,
    version: 0,
    rule: null,
    current: null,
    dismissed: new Set(),
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
    const findings = new Findings({
      text: open.text,
      get blocks() {
        return open.blocks
      },
      get layer() {
        return open.layer
      },
      codebook: codebook.get(),
      register: register(),
    })
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
    getState().findings?.follow(edit, undo)
    workSoon()
  })
  codebook.subscribe(begin)

  /** What is listed: of the chosen rule, without what is right as it is. */
  function shown({ findings, rule }: FindingsState = getState()): readonly Finding[] {
    if (!findings) return []
    const isHidden = getState().dismissed.size > 0
    if (rule === null && !isHidden) return findings.order.all
    return findings.order.all.filter(one => (rule === null || one.rule === rule) && !isDismissed(one))
  }

  function isDismissed({ key }: Finding): boolean {
    return getState().dismissed.has(nameIn(article, key))
  }

  return {
    ...store,
    shown,
    isDismissed,
    /** How many there are of each rule, and of all, without what is right as it is. */
    counts(): { readonly all: number; readonly byRule: ReadonlyMap<RuleId, number> } {
      const order = getState().findings?.order
      const byRule = new Map(order?.counts)
      for (const name of getState().dismissed) {
        const finding = keyIn(article, name) === null ? undefined : order?.get(keyIn(article, name)!)
        if (finding) byRule.set(finding.rule, byRule.get(finding.rule)! - 1)
      }
      return { all: [...byRule.values()].reduce((sum, count) => sum + count, 0), byRule }
    },
    /** The finding that a person went to last, while it is one. */
    current(): Finding | undefined {
      const { findings, current } = getState()
      return current === null ? undefined : findings?.order.get(current)
    },
    goTo: (finding: Finding) => setState({ current: finding.key }),
    filter: (rule: RuleId | null) => setState({ rule }),
    /** It is right as it is: it is listed no more, until the window is closed. */
    dismiss(finding: Finding): void {
      const dismissed = new Set([...getState().dismissed, nameIn(article, finding.key)])
      setState(({ version }) => ({ dismissed, current: null, version: version + 1 }))
    },
  }
}

export type FindingsStore = ReturnType<typeof makeFindings>

function nameIn(article: OpenArticle | null, key: string): string {
  return `${article?.ticket ?? ''} ${key}`
}

/** The key in a name of this article; null for one of another. */
function keyIn(article: OpenArticle | null, name: string): string | null {
  const prefix = nameIn(article, '')
  return name.startsWith(prefix) ? name.slice(prefix.length) : null
}
