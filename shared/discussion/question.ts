import type { Said, Thread, Topic } from './threads.ts'

/** What a question is about; `comment` where what it replies to isn't in the files. */
export const questionTopics = ['annotation', 'words', 'article', 'entry', 'verdict', 'comment'] as const
export type QuestionTopic = (typeof questionTopics)[number]

/** A question of an article, as a list shows it: one that waits, or that was resolved. */
export interface ToldQuestion {
  /** Of its thread. */
  readonly key: string
  readonly about: QuestionTopic
  /** The words that it is about; '' where it is about none. */
  readonly quote: string
  /** What was asked last, and by whom. */
  readonly text: string
  readonly who: string
  readonly layer: string
  readonly at: string
  readonly answers: number
  readonly isResolved: boolean
  /** Whether it waits for more than an answer: somebody disagrees. */
  readonly disagrees: boolean
  /** Everybody who said something in it, by their layer, sorted. */
  readonly layers: readonly string[]
}

/** What is known of the layers and of what stands in them. */
interface Known {
  /** What an annotator is called. */
  nameOf(layer: string): string
  /** The words that something is about; '' for none. */
  quoteOf(about: Topic): string
}

/** A thread as a question; undefined where nobody ever asked or disagreed in it. */
export function questionOf(
  { key, about, said, state, disagrees, answers }: Thread,
  { nameOf, quoteOf }: Known,
): ToldQuestion | undefined {
  const asked = said.findLast(isAsking)
  if (!asked) return undefined
  const { layer, comment } = asked
  return {
    ...{ key, about: topicOf(about), quote: quoteOf(about), text: comment.text, who: nameOf(layer), layer },
    ...{ at: comment.created, answers, isResolved: state === 'resolved', disagrees },
    layers: [...new Set(said.map(one => one.layer))].sort(),
  }
}

function isAsking({ comment: { kind } }: Said): boolean {
  return kind === 'question' || kind === 'disagree'
}

function topicOf(about: Topic): QuestionTopic {
  if ('span' in about || 'lost' in about) return 'words'
  return (['annotation', 'article', 'entry', 'verdict'] as const).find(one => one in about) ?? 'comment'
}
