import { type Annotation, extent } from '../../shared/annotation/annotation.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { LayerHead } from '../../shared/contract/contract.ts'
import { noLayer } from '../../shared/contract/noLayer.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import { OpenArticle } from './openArticle.ts'
import type { ReadingStore } from './reading.ts'
import type { Recorder } from './recorder.ts'

interface Parts {
  readonly ask: Ask
  readonly reading: ReadingStore
  readonly recorder: Recorder
  /** Makes an edit of a note that is being typed. */
  readonly settle: () => void
}

/** Opening an article takes long from here on. */
export const SLOW_MS = 1000

/**
 * Opens and closes articles: the text first, then the layer, its pieces near
 * the reader's place before the others.
 *
 * An article that was left while edits of it were not durable yet rests in the
 * window until they are; opened again meanwhile, it is taken from there.
 */
export function makeOpening({ ask, reading, recorder, settle }: Parts) {
  const resting = new Map<string, OpenArticle>()
  const closing = new Map<string, Promise<unknown>>()
  let turn = 0
  let begun = 0

  /** Resolves to whether the article is on the desk. */
  async function open(ticket: string): Promise<boolean> {
    const mine = ++turn
    if (reading.getState().article?.ticket === ticket) {
      reading.setState({ opening: null })
      return true
    }
    giveUpSlow()
    begun = performance.now()
    reading.setState({ opening: ticket, failed: null })
    const rested = resting.get(ticket)
    if (rested) {
      resting.delete(ticket)
      put(rested)
      return true
    }
    try {
      await closing.get(ticket)
      const article = new OpenArticle(await ask('article.open', ticket))
      if (mine !== turn) {
        // Asked for twice, it belongs to whoever asked last; closing it here would take it from them.
        const { opening, article: present } = reading.getState()
        if (opening !== ticket && present?.ticket !== ticket) void close(article)
        return false
      }
      put(article)
      void fill(article).then(() => {
        article.settleFilled()
        settle()
      })
      return true
    } catch (failure) {
      if (mine !== turn) return false
      leave()
      reading.setState({ opening: null, failed: { ticket, problem: asNotice(failure, 'cannot-read') } })
      return false
    }
  }

  /** What is still being read after a while isn't wanted any more once another is; a short one is done sooner than it is stopped. */
  function giveUpSlow(): void {
    const { opening } = reading.getState()
    if (opening !== null && performance.now() - begun > SLOW_MS) void ask('article.stop', opening).catch(() => null)
  }

  function put(article: OpenArticle): void {
    leave()
    reading.setState(({ version }) => ({
      article,
      opening: null,
      failed: null,
      version: version + 1,
      selected: null,
      selection: null,
      revealed: null,
    }))
  }

  function leave(): void {
    const { article } = reading.getState()
    if (!article) return
    settle()
    reading.setState({ article: null, selected: null, selection: null, revealed: null })
    resting.set(article.ticket, article)
    void recorder.settled(article.ticket).then(() => {
      if (resting.get(article.ticket) !== article) return
      resting.delete(article.ticket)
      return close(article)
    })
  }

  async function close(article: OpenArticle): Promise<void> {
    const closed = ask('article.close', { article: article.ticket, offset: article.place }).catch(() => null)
    closing.set(article.ticket, closed)
    await closed
    if (closing.get(article.ticket) === closed) closing.delete(article.ticket)
    recorder.forget(article.ticket)
  }

  async function fill(article: OpenArticle): Promise<void> {
    try {
      const head = await ask('layer.open', article.ticket)
      article.begin(head)
      reading.arrived(article)
      for (const piece of nearestFirst(head, article.place)) {
        if (isLeft(article)) return
        const annotations = JSON.parse(await ask('layer.piece', { article: article.ticket, piece })) as Annotation[]
        article.take(annotations)
        reading.arrived(article, around(annotations))
      }
    } catch (failure) {
      if (isLeft(article)) return
      article.head ??= noLayer
      article.head = { ...article.head, access: 'read', problem: asNotice(failure, 'sidecar-damaged') }
      reading.arrived(article)
    }
  }

  function isLeft(article: OpenArticle): boolean {
    return reading.getState().article !== article && resting.get(article.ticket) !== article
  }

  return {
    open,
    /** The window's copy of an article, on the desk or resting; undefined where it has none. */
    held(ticket: string): OpenArticle | undefined {
      const { article } = reading.getState()
      return article?.ticket === ticket ? article : resting.get(ticket)
    },
    /** Gives up the article that is being opened; the one on the desk stays. */
    stop(): void {
      const { opening, article } = reading.getState()
      if (opening === null) return
      turn++
      void ask('article.stop', opening).catch(() => null)
      const failed = article ? null : { ticket: opening, problem: { kind: 'stopped', detail: '' } as const }
      reading.setState({ opening: null, failed })
    },
    /** Takes the article from the desk. */
    leave(): void {
      turn++
      leave()
      reading.setState({ opening: null, failed: null })
    },
    /** Reads the open article anew, where the reader is and with the same annotation selected. */
    async reread(): Promise<void> {
      const { article, selected } = reading.getState()
      if (!article) return
      settle()
      await recorder.settled(article.ticket)
      if (reading.getState().article !== article) return
      leave()
      await recorder.settled(article.ticket)
      await open(article.ticket)
      const again = reading.getState().article
      await again?.filled
      if (reading.getState().article === again && reading.getState().selected === null) reading.select(selected)
    },
    /** The window goes: the place is remembered. Edits were handed over before. */
    farewell(): void {
      const { article } = reading.getState()
      if (article) void close(article)
    },
  }
}

export type Opening = ReturnType<typeof makeOpening>

/** The stretch of the text that annotations lie in. */
function around(annotations: readonly Annotation[]): Span {
  const extents = annotations.map(extent)
  return {
    start: extents.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: extents.reduce((most, { end }) => Math.max(most, end), 0),
  }
}

/** The numbers of the pieces, beginning with the one that holds the reader's place. */
export function nearestFirst({ pieces }: Pick<LayerHead, 'pieces'>, place: number): number[] {
  const here = Math.max(
    0,
    pieces.findLastIndex(start => start <= place),
  )
  return pieces.map((_, i) => i).sort((one, other) => Math.abs(one - here) - Math.abs(other - here) || other - one)
}
