import { createStore } from 'zustand/vanilla'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import { quoteOf as wordsOf } from '../../shared/annotation/annotation.ts'
import type { Comment, CommentKind, CommentTarget } from '../../shared/annotation/comment.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { leftBy } from '../../shared/annotation/footprint.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import { questionOf, type ToldQuestion } from '../../shared/discussion/question.ts'
import { keyOfComment, type Thread, type Topic, threadsOf } from '../../shared/discussion/threads.ts'
import type { ToldAnnotation, ToldVoice } from '../../shared/discussion/voice.ts'
import { MAX_DRAFT_CHARACTERS, MAX_DRAFTS } from '../../shared/limits.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import type { OpenArticle } from './openArticle.ts'
import type { ReadingStore } from './reading.ts'
import { NOTE_PAUSE_MS } from './tagging.ts'

export const threadFilters = ['all', 'open', 'questions', 'mine'] as const
export type ThreadFilter = (typeof threadFilters)[number]

/** A comment that is being written. */
export interface Draft {
  /** The ticket of the article that it is written in. */
  readonly article: string
  /** The id of the annotator in whose layer it is to stand. */
  readonly layer: string
  readonly on: CommentTarget
  readonly kind: CommentKind
  readonly text: string
  /** The thread that it goes into; null for one that begins another. */
  readonly thread: string | null
  /** The id of the person's own comment that it changes; null for a new one. */
  readonly changes: string | null
}

export interface Discussing {
  /** Grows with each change of what is said in the open article. */
  readonly version: number
  /** What everybody but the person said there; empty until that is known. */
  readonly voices: readonly ToldVoice[]
  /** Whose layer is in hand, where that is known; gold has an id of its own. */
  readonly mine: string | null
  /** Whether what colleagues said is here. */
  readonly isHeard: boolean
  /** Whose layers couldn't be read. */
  readonly unread: readonly string[]
  readonly problem: ProblemNotice | null
  readonly filter: ThreadFilter
  /** Whether the pane shows the open article's conversations or the questions of the workspace. */
  readonly scope: 'article' | 'workspace'
  /** The key of the thread that is looked at. */
  readonly current: string | null
  /** All that is being written, by where and what about; what was gone on with last comes last. */
  readonly drafts: ReadonlyMap<string, Draft>
}

interface Parts {
  readonly ask: Ask
  readonly reading: ReadingStore
  readonly now: () => Date
  readonly randomId: () => string
  /** Under which id the person annotates now, as far as the window knows. */
  readonly person: () => string
  /** The workspace's ticket. */
  readonly workspace: () => string | null
  /** Hears what is asked in the open article whenever that may have changed; null while what colleagues said isn't known. */
  readonly asked: (article: string, questions: readonly ToldQuestion[] | null) => void
  /** Remembers the comments that are being written, for when the workspace is shown again. */
  readonly keep: (drafts: Draft[]) => void
}

const nothing = { voices: [], mine: null, isHeard: false, unread: [], problem: null, current: null } as const

/**
 * What is said in the open article by the person and by colleagues, and the
 * questions of the workspace. Whatever the person says is an edit of their own
 * layer; colleagues' files are only ever read.
 */
export function makeDiscussing({ ask, reading, now, randomId, person, workspace, asked: tellQuestions, keep }: Parts) {
  const store = createStore<Discussing>(() => ({
    ...nothing,
    version: 0,
    filter: 'all',
    scope: 'article',
    drafts: new Map(),
  }))
  const { getState, setState } = store
  /** The article whose voices are here, or on their way. */
  let article: OpenArticle | null = null
  let asked = 0
  let made: { readonly version: number; readonly threads: readonly Thread[] } | null = null
  /** What is known of colleagues' annotations before anything is said of them, by layer and id. */
  const met = new Map<string, ToldAnnotation>()

  /** Whether what was remembered of the workspace is here: before, it would be overwritten. */
  let isRecalled = false
  let pause: ReturnType<typeof setTimeout> | undefined
  let isUnkept = false

  const me = () => getState().mine ?? person()
  function touch(): void {
    setState(({ version }) => ({ version: version + 1 }))
    if (article) tellQuestions(article.ticket, getState().isHeard ? questions() : null)
  }

  /** Asks what colleagues said in the open article; the last answer counts. */
  async function load(): Promise<void> {
    const mine = article
    if (!mine) return
    const mark = ++asked
    try {
      const begun = [...getState().drafts.values()].filter(one => one.article === mine.ticket)
      const about = namedIn([...mine.present.comments.values(), ...begun])
      const { voices, mine: hand, unread } = await ask('discussion.article', { article: mine.ticket, about })
      if (mark !== asked || article !== mine) return
      setState({ voices: JSON.parse(voices) as ToldVoice[], mine: hand, isHeard: true, unread, problem: null })
    } catch (failure) {
      if (mark !== asked || article !== mine) return
      setState({ problem: asNotice(failure, 'cannot-read') })
    }
    touch()
  }

  reading.subscribe(({ article: open }) => {
    if (article === open) return
    if (article) tellQuestions(article.ticket, null)
    article = open
    asked++
    met.clear()
    setState(({ version }) => ({ ...nothing, version: version + 1 }))
    void open?.filled.then(() => {
      if (article !== open) return
      touch()
      void load()
    })
  })
  reading.onEdited((edited, edit, undo) => {
    if (edited !== article || ![...leftBy(edit), ...leftBy(undo)].some(({ part }) => part === 'comment')) return
    touch()
    const { voices } = getState()
    const isKnown = ({ layer, id }: { layer: string; id: string }) =>
      voices.find(voice => voice.layer === layer)?.annotations.some(one => one.id === id) ?? false
    if (namedIn(article.present.comments.values()).some(one => one.layer !== me() && !isKnown(one))) void load()
  })

  /** All conversations of the open article, those that began first first. */
  function threads(): readonly Thread[] {
    const { version, voices } = getState()
    if (made?.version === version) return made.threads
    const own = article ? [{ layer: me(), comments: article.present.comments.values() }] : []
    made = { version, threads: threadsOf([...own, ...voices]) }
    return made.threads
  }

  /** What is asked here, as a list of the workspace's questions has it. */
  function questions(): ToldQuestion[] {
    const nameOf = (layer: string) => getState().voices.find(one => one.layer === layer)?.name || layer
    return threads().flatMap(thread => questionOf(thread, { nameOf, quoteOf }) ?? [])
  }

  function quoteOf(about: Topic): string {
    if ('span' in about) return about.span.quote
    if ('lost' in about) return about.lost.quote
    if ('annotation' in about) return quoteIn(about.layer, about.annotation)
    const judged = 'verdict' in about ? verdict(about.layer, about.verdict)?.on : undefined
    return judged ? quoteIn(judged.layer, judged.annotation) : ''
  }

  function quoteIn(layer: string, id: string): string {
    if (layer !== me()) return told(layer, id)?.quote ?? ''
    const own = article?.present.annotations.get(id) ?? article?.present.unplaced.get(id)
    return own ? wordsOf(own) : ''
  }

  function told(layer: string, id: string): ToldAnnotation | undefined {
    const voice = getState().voices.find(one => one.layer === layer)
    return voice?.annotations.find(one => one.id === id) ?? met.get(keyOfComment(layer, id))
  }

  function verdict(layer: string, id: string) {
    if (layer === me()) return article?.present.verdicts.get(id)
    const voice = getState().voices.find(one => one.layer === layer)
    return voice?.verdicts.find(one => one.id === id)
  }

  function isShown({ state, isAsking, said }: Thread): boolean {
    const { filter } = getState()
    if (filter === 'open') return state === 'open'
    if (filter === 'questions') return isAsking
    return filter === 'all' || said.some(({ layer }) => layer === me())
  }

  function record(edit: Edit): boolean {
    return (article?.canSay ?? false) && reading.edit({ file: 'layer', edit })
  }

  /** When a comment on `on` is made: by this clock, but after all that it follows, and the verdict that it is about, whatever clock that was made by. */
  function timeAfter(on: CommentTarget, thread: string | null): string {
    const about = JSON.stringify(on)
    const followed = threads().find(({ key, about: its }) => key === thread || JSON.stringify(its) === about)
    const judged = 'verdict' in on ? verdict(on.layer, on.verdict) : undefined
    const last = [followed?.said.at(-1)?.comment.created, judged?.modified ?? judged?.created].reduce<string>(
      (latest, time = '') => (Date.parse(time) > (Date.parse(latest) || 0) ? time : latest),
      '',
    )
    const made = now().toISOString()
    const time = Date.parse(last)
    if (made > last || Number.isNaN(time)) return made
    // Moments are compared as they are written: one without milliseconds stands after all of its second.
    const after = [1, 1_000].map(step => new Date(time + step).toISOString())
    return after.find(one => one > last) ?? made
  }

  /** Adds a comment; its key as a comment, or null where the layer can't be changed. */
  function say(on: CommentTarget, kind: CommentKind, text: string, thread: string | null): Comment | null {
    const comment: Comment = { id: randomId(), kind, on, text, created: timeAfter(on, thread) }
    return record({ kind: 'putComment', comment }) ? comment : null
  }

  /** The draft that is at hand: of those in the open article's layer the one that was gone on with last. */
  function draft(): Draft | null {
    const here = (one: Draft) => one.article === article?.ticket && one.layer === me()
    return [...getState().drafts.values()].findLast(here) ?? null
  }

  /** Puts other drafts in place of those that are there; they are remembered at a pause. */
  function put(drafts: ReadonlyMap<string, Draft>): void {
    setState({ drafts })
    isUnkept = true
    clearTimeout(pause)
    pause = setTimeout(keepDrafts, NOTE_PAUSE_MS)
  }

  function keepDrafts(): void {
    clearTimeout(pause)
    if (!isUnkept || !isRecalled) return
    isUnkept = false
    const { drafts } = getState()
    keep([...drafts.values()].filter(hasWords).filter(isKeepable).slice(-MAX_DRAFTS))
  }

  /** Goes on with what was being written about the same, or begins it. What else has words in it stays. */
  function take(made: Draft): void {
    const key = keyOfDraft(made)
    const there = getState().drafts.get(key)
    const others = [...getState().drafts].filter(([at, one]) => at !== key && hasWords(one))
    // Who asks means a question, also of what they began as a note.
    const taken = there && hasWords(there) ? { ...there, kind: made.kind === 'note' ? there.kind : made.kind } : made
    put(new Map([...others, [key, taken]]))
  }

  function amend(parts: Partial<Pick<Draft, 'text' | 'kind'>>): void {
    const at = draft()
    if (at) put(new Map(getState().drafts).set(keyOfDraft(at), { ...at, ...parts }))
  }

  function without(gone: Draft): ReadonlyMap<string, Draft> {
    const left = new Map(getState().drafts)
    left.delete(keyOfDraft(gone))
    return left
  }

  const threadWith = (id: string) =>
    threads().find(({ said }) => said.some(one => one.layer === me() && one.comment.id === id))

  return {
    ...store,
    /** The annotator in whose layer the person writes. */
    me,
    load,
    threads,
    shown: (): readonly Thread[] => threads().filter(isShown),
    current: (): Thread | undefined => threads().find(({ key }) => key === getState().current),
    filter: (filter: ThreadFilter) => setState({ filter }),
    goTo: (current: string | null) => setState({ current, scope: 'article' }),
    draft,
    /** Begins a comment. What was being written about the same is gone on with; anything else waits until that is said or dropped. */
    begin(on: CommentTarget, kind: CommentKind, thread: string | null): void {
      if (!article) return
      take({ article: article.ticket, layer: me(), on, kind, text: '', thread, changes: null })
      setState({ scope: 'article' })
    },
    /** Begins to change one of the person's own comments. */
    change({ id, on, kind, text }: Comment, thread: string): void {
      if (!article) return
      take({ article: article.ticket, layer: me(), on, kind: kind as CommentKind, text, thread, changes: id })
    },
    write: (text: string) => amend({ text }),
    mean: (kind: CommentKind) => amend({ kind }),
    /** Throws the draft at hand away; another that waits here is at hand then. */
    drop(): void {
      const at = draft()
      if (at) put(without(at))
      keepDrafts()
    },
    /**
     * Makes the draft an edit; the thread that it is in then, or null where there is nothing to say, it can't be said,
     * or the comment that it changes isn't there: then the draft stays.
     */
    send(): Thread | null {
      const at = draft()
      const text = at?.text.trim() ?? ''
      if (!at || !article || text === '') return null
      const before = at.changes === null ? null : article.present.comments.get(at.changes)
      let said: Comment | null
      if (before) {
        const comment = { ...before, text, kind: at.kind, modified: now().toISOString() }
        said = record({ kind: 'putComment', comment }) ? comment : null
      } else said = at.changes === null ? say(at.on, at.kind, text, at.thread) : null
      if (!said) return null
      const thread = threadWith(said.id) ?? null
      put(without(at))
      keepDrafts()
      setState({ current: thread?.key ?? null })
      return thread
    },
    /** Remembers now what is being written. */
    keepDrafts,
    /** What was being written when the workspace was left; what has been begun since comes after it. */
    recall(drafts: readonly Draft[]): void {
      isRecalled = true
      if (drafts.length > 0)
        setState(({ drafts: begun }) => ({
          drafts: new Map([...drafts.map(one => [keyOfDraft(one), one] as const), ...begun]),
        }))
      keepDrafts()
    },
    /** Closes a thread, or opens it again. False where the layer can't be changed. */
    settle(thread: Thread): boolean {
      const said = say(replyTo(thread), thread.state === 'open' ? 'resolve' : 'reopen', '', thread.key)
      return said !== null
    },
    /** Gives one of the person's own comments, whose words have no place in the text, one there. False where that can't be. */
    place(id: string, span: Span): boolean {
      const comment = article?.present.comments.get(id)
      if (!article || !comment || !('lost' in comment.on)) return false
      const { lost: _, textSha256: __, ...rest } = comment.on
      const on = { span: makeAnchor(article.text, span), ...rest }
      return record({ kind: 'putComment', comment: { ...comment, on, modified: now().toISOString() } })
    },
    /** Takes one of the person's own comments away. */
    remove: (id: string): boolean => record({ kind: 'removeComment', id }),
    /** A colleague's annotation is at hand, of which something may be said. */
    meet: (layer: string, annotation: ToldAnnotation) => void met.set(keyOfComment(layer, annotation.id), annotation),
    /** What a thread is about, where it stands in somebody else's layer. */
    told,
    verdict,
    /** Colleagues' files were changed. */
    changed({ workspace: of, articles }: EventOf<'discussion.changed'>): void {
      if (of === workspace() && article && articles.includes(article.ticket)) void load()
    },
    showWorkspace: () => setState({ scope: 'workspace' }),
    showArticle: () => setState({ scope: 'article' }),
    /** Another workspace is shown. */
    forget(): void {
      keepDrafts()
      clearTimeout(pause)
      isRecalled = false
      isUnkept = false
      setState({ drafts: new Map(), scope: 'article', filter: 'all' })
    },
  }
}

export type DiscussingStore = ReturnType<typeof makeDiscussing>

/** What a reply is about: the annotation or verdict itself, else the comment that the thread began with, so that nothing hangs on a later one. */
export function replyTo({ about, said }: Thread): CommentTarget {
  if ('annotation' in about || 'verdict' in about || 'comment' in about) return about
  const first = said.find(({ comment }) => !('comment' in comment.on)) ?? said[0]!
  return { layer: first.layer, comment: first.comment.id }
}

/** What names a draft: where it is to stand, and what it is about or changes. */
function keyOfDraft({ article, layer, on, changes }: Draft): string {
  return JSON.stringify([article, layer, changes ?? on])
}

const hasWords = ({ text }: Draft) => text.trim() !== ''
const isKeepable = ({ text }: Draft) => text.length <= MAX_DRAFT_CHARACTERS

function namedIn(comments: Iterable<Pick<Comment, 'on'>>): { layer: string; id: string }[] {
  return [...comments].flatMap(({ on }) => {
    if ('annotation' in on) return [{ layer: on.layer, id: on.annotation }]
    return 'verdict' in on ? [{ layer: on.layer, id: on.verdict }] : []
  })
}
