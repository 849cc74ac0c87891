import { join } from 'node:path'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import type { Sealed } from '../../shared/organise/sealed.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { LayerBytes } from '../work/discussionTask.ts'
import type { Workbench } from '../work/workbench.ts'
import type { Outside } from '../workspace/events.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import type { OpenArticles } from './openArticles.ts'
import { handedOver } from './reviewSources.ts'
import type { Tell } from './tell.ts'

export interface DiscussionParts {
  readonly workspace: Pick<OpenWorkspace, 'fence' | 'found' | 'openable'>
  readonly open: Pick<OpenArticles, 'get' | 'has'>
  /** The workspace's ticket. */
  readonly ticket: string
  readonly disk: Disk
  readonly workbench: Pick<Workbench, 'run'>
  readonly tell: Tell
  /** The person's own id; null before anybody said who they are. */
  me(): string | null
  /** Which layers aren't shown to the person now. */
  sealed(): Sealed
  ticketOf(path: string): string
  /** Throws Problem `unknown-ticket`. */
  pathOf(ticket: string): string
}

/** So many articles, or bytes of their layers, are looked through at once. */
const ARTICLES_A_BATCH = 40
const BYTES_A_BATCH = 4 * 1024 * 1024

/** What colleagues wrote about anybody's work, read for one window out of their files, but for what is sealed. Nothing is written. */
export class DiscussionOnDesk {
  readonly #parts: DiscussionParts
  readonly #running = new Map<string, AbortController>()
  #changed: Set<string> | null = null

  constructor(parts: DiscussionParts) {
    this.#parts = parts
  }

  /** What everybody but the person wrote about an open article. */
  async article({ article, about }: Input<'discussion.article'>): Promise<Output<'discussion.article'>> {
    const path = this.#parts.pathOf(article)
    const live = (await this.#parts.open.get(path)).live()
    const mine = live.layer ? live.annotator : null
    const { files, unread } = await this.#filesOf(path, { but: mine })
    const read = await this.#parts.workbench.run('voices', { files, text: live.text, about, mine })
    return { voices: read.voices, mine, unread: [...unread, ...read.unread] }
  }

  /** The questions of articles, told while it goes on; of what is open, as it is in hand. */
  async questions({
    name,
    articles: asked,
  }: Pick<Input<'discussion.questions'>, 'name' | 'articles'>): Promise<Output<'discussion.questions'>> {
    this.cancel(name)
    const { workspace, workbench, tell, ticketOf, pathOf } = this.#parts
    const stop = new AbortController()
    this.#running.set(name, stop)
    const paths = asked?.map(pathOf) ?? workspace.openable()
    let unread = 0
    let count = 0
    try {
      for (let done = 0; done < paths.length && !stop.signal.aborted; ) {
        const batch: { readonly path: string; readonly files: readonly LayerBytes[] }[] = []
        for (let bytes = 0; done < paths.length && batch.length < ARTICLES_A_BATCH && bytes < BYTES_A_BATCH; done++) {
          const path = paths[done]!
          const found = await this.#filesOf(path, { inHand: await this.#inHand(path) })
          unread += found.unread.length
          for (const file of found.files) bytes += file.bytes.byteLength
          if (found.files.length > 0) batch.push({ path, files: found.files })
        }
        const articles = batch.map(({ files }) => files)
        const looked = await workbench.run('questions', { articles }, { lane: 'background', signal: stop.signal })
        unread += looked.unread
        const found = looked.found.flatMap((questions, i) =>
          questions.length > 0 ? [[ticketOf(batch[i]!.path), questions] as const] : [],
        )
        count += found.reduce((sum, [, questions]) => sum + questions.length, 0)
        if (!stop.signal.aborted)
          tell('discussion.found', { name, found: JSON.stringify(found), done, total: paths.length })
      }
      return { isComplete: !stop.signal.aborted, unread, questions: count }
    } catch (error) {
      if (!stop.signal.aborted) throw error
      return { isComplete: false, unread, questions: count }
    } finally {
      if (this.#running.get(name) === stop) this.#running.delete(name)
    }
  }

  cancel(name: string): void {
    this.#running.get(name)?.abort()
    this.#running.delete(name)
  }

  close(): void {
    for (const name of [...this.#running.keys()]) this.cancel(name)
  }

  /** A colleague's layer was touched by somebody: the window is told, once for many. */
  heard({ path, what, annotator }: Pick<Outside, 'path' | 'what' | 'annotator'>): void {
    if (what !== 'layer' || annotator === this.#parts.me()) return
    if (this.#changed) {
      this.#changed.add(path)
      return
    }
    const changed = new Set([path])
    this.#changed = changed
    const { tell, ticket, ticketOf } = this.#parts
    queueMicrotask(() => {
      this.#changed = null
      tell('discussion.changed', { workspace: ticket, articles: [...changed].map(ticketOf) })
    })
  }

  /** The person's layer of an article that is open, as its file would be. */
  async #inHand(path: string): Promise<LayerBytes | null> {
    const { open } = this.#parts
    if (!open.has(path)) return null
    const article = await open.get(path).catch(unlessProblem)
    const hand = article && (await handedOver(article))
    return hand?.bytes ? { annotator: hand.annotator, bytes: hand.bytes } : null
  }

  /** The layers of an article that may be seen, `but` one; the one that is in hand as it is there. */
  async #filesOf(
    path: string,
    { but = null, inHand = null }: { readonly but?: string | null; readonly inHand?: LayerBytes | null },
  ): Promise<{ files: LayerBytes[]; unread: string[] }> {
    const { workspace, disk } = this.#parts
    const { fence } = workspace
    const sealed = this.#parts.sealed()
    const files: LayerBytes[] = inHand ? [inHand] : []
    const unread: string[] = []
    for (const { annotator } of workspace.found(path)?.article.layers ?? []) {
      if (annotator === but || annotator === inHand?.annotator || sealed.hides(path, annotator)) continue
      try {
        const place = sidecarName(join(fence.root, ...path.split('/')), annotator)
        files.push({ annotator, bytes: await readBounded(disk, place, MAX_SIDECAR_BYTES, fence) })
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        if (error.kind !== 'not-there') unread.push(annotator)
      }
    }
    return { files, unread }
  }
}

function unlessProblem(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
