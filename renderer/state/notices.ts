import { createStore } from 'zustand/vanilla'
import type { ProblemNotice } from '../../shared/problems/problem.ts'

/** Something a person should know, until they have read it. */
export interface Notice {
  readonly id: number
  readonly content:
    | { readonly kind: 'problem'; readonly problem: ProblemNotice; readonly about: string }
    | { readonly kind: 'news'; readonly text: string; readonly action?: NoticeAction; readonly topic?: string }
}

export interface NoticeAction {
  readonly title: string
  readonly run: () => void
}

/** How long news stays that asks for nothing. */
const NEWS_MS = 5_000

/** Problems and news, and the sentence that a screen reader says next. */
export function makeNotices() {
  const store = createStore<{ readonly notices: readonly Notice[]; readonly said: string }>(() => ({
    notices: [],
    said: '',
  }))
  const { setState } = store
  let count = 0

  function add(content: Notice['content']): number {
    const id = ++count
    setState(({ notices }) => ({ notices: [...notices, { id, content }] }))
    return id
  }
  function dismiss(id: number): void {
    setState(({ notices }) => ({ notices: notices.filter(notice => notice.id !== id) }))
  }

  return {
    ...store,
    dismiss,
    /** `about` names the file that the problem is about, where there is one. The same problem isn't shown twice. */
    problem(problem: ProblemNotice, about = ''): void {
      const isShown = store
        .getState()
        .notices.some(
          ({ content }) =>
            content.kind === 'problem' && content.problem.kind === problem.kind && content.about === about,
        )
      if (!isShown) add({ kind: 'problem', problem, about })
    },
    /**
     * News go by themselves, unless they offer something to do. The same again takes the place of what was shown, and so
     * does the next of one topic.
     */
    news(text: string, action?: NoticeAction, topic?: string): void {
      for (const { id, content } of store.getState().notices) {
        if (content.kind !== 'news' || content.action || action) continue
        if (content.text === text || (topic && content.topic === topic)) dismiss(id)
      }
      const id = add({ kind: 'news', text, ...(action ? { action } : {}), ...(topic ? { topic } : {}) })
      if (!action) setTimeout(() => dismiss(id), NEWS_MS)
    },
    /** News that a person mustn't miss: they stay until they are dismissed. */
    keep(text: string, action?: NoticeAction): void {
      add(action ? { kind: 'news', text, action } : { kind: 'news', text })
    },
    /** Says a sentence to whoever listens to the screen. The same one twice is said twice. */
    say(text: string): void {
      setState(({ said }) => ({ said: said === text ? `${text}\u200b` : text }))
    },
    clear: () => setState({ notices: [] }),
  }
}

export type Notices = ReturnType<typeof makeNotices>
