import { setImmediate as breathe } from 'node:timers/promises'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Block } from '../../shared/article/article.ts'
import { ANNOTATIONS_A_PIECE } from '../../shared/limits.ts'
import type { Standing } from '../../shared/search/covers.ts'
import type { LiveArticle, OpenArticle } from '../saving/openArticle.ts'
import type { OpenLayer } from '../saving/openLayer.ts'
import type { LiveForm, LiveNews } from '../work/searchedLayers.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import type { Workbench } from '../work/workbench.ts'

/** What the search's worker knows of an open article. */
interface Known {
  readonly key: string
  blocks: readonly Block[] | null
  layer: OpenLayer | null
  form: LiveForm
  revision: number
}

/**
 * Keeps the search's worker up to date with the articles that are open: their
 * text once, then what has changed since the last search. A large layer goes
 * over in pieces, so that nothing else waits for it.
 */
export class SearchLive {
  readonly #bench: Pick<Workbench<SearchTasks>, 'run'>
  readonly #known = new WeakMap<OpenArticle, Known>()
  readonly #turns = new WeakMap<OpenArticle, Promise<void>>()
  #count = 0

  constructor(bench: Pick<Workbench<SearchTasks>, 'run'>) {
    this.#bench = bench
  }

  /** What an open article is kept under. */
  keyOf(article: OpenArticle): string {
    return this.#knownOf(article).key
  }

  /** The worker has forgotten it, or never knew. */
  isLacking(article: OpenArticle): void {
    Object.assign(this.#knownOf(article), { blocks: null, layer: null, form: 'none', revision: -1 })
  }

  /** Resolves once the worker knows the article as it stands at this moment, its layer whole if that is asked for. */
  hand(article: OpenArticle, needsWhole: boolean): Promise<void> {
    const turn = (this.#turns.get(article) ?? Promise.resolve()).then(() => this.#hand(article, needsWhole))
    this.#turns.set(
      article,
      turn.catch(() => {}),
    )
    return turn
  }

  async #hand(article: OpenArticle, needsWhole: boolean): Promise<void> {
    const known = this.#knownOf(article)
    const live = article.live()
    if (known.blocks !== live.blocks) await this.#handText(known, live)
    if (live.layer) await this.#handLayer(known, live.layer, needsWhole)
  }

  async #handText(known: Known, { text, blocks }: LiveArticle): Promise<void> {
    const listed = JSON.stringify(blocks.map(({ end, zone, by }) => [end, zone, by]))
    await this.#bench.run('takeLive', { key: known.key, text, blocks: listed })
    known.blocks = blocks
  }

  async #handLayer(known: Known, layer: OpenLayer, needsWhole: boolean): Promise<void> {
    const enough = known.form === 'whole' || (known.form === 'spans' && !needsWhole)
    const isNew = known.layer !== layer || !enough
    const { revision } = layer
    if (!isNew && known.revision === revision) return
    const form = needsWhole || known.form === 'whole' ? 'whole' : 'spans'
    const ids = isNew ? null : layer.touchedSince(known.revision)
    let begin: LiveForm | null = isNew ? form : null
    for (const news of newsOf(layer, ids, form)) {
      if (!(await this.#bench.run('hearLive', { key: known.key, begin, news }))) return
      begin = null
      await breathe()
    }
    Object.assign(known, { layer, form, revision })
  }

  #knownOf(article: OpenArticle): Known {
    const there = this.#known.get(article)
    if (there) return there
    const known: Known = { key: `live\n${++this.#count}`, blocks: null, layer: null, form: 'none', revision: -1 }
    this.#known.set(article, known)
    return known
  }
}

/** All of a layer in pieces, or what stands under some ids in it. Each piece is as the layer is when it is asked for. */
function* newsOf({ layer }: OpenLayer, ids: readonly string[] | null, form: LiveForm): Iterable<LiveNews> {
  const all = ids ?? [...layer.annotations.keys(), ...layer.unplaced.keys(), ...layer.links.keys()]
  for (let at = 0; at === 0 || at < all.length; at += ANNOTATIONS_A_PIECE) {
    const piece = all.slice(at, at + ANNOTATIONS_A_PIECE)
    const annotations = piece.flatMap(id => layer.annotations.get(id) ?? [])
    const isWhole = form === 'whole'
    yield {
      annotations: JSON.stringify(isWhole ? annotations : annotations.map(standingOf)),
      unplaced: isWhole ? JSON.stringify(piece.flatMap(id => layer.unplaced.get(id) ?? [])) : '[]',
      links: isWhole ? JSON.stringify(piece.flatMap(id => layer.links.get(id) ?? [])) : '[]',
      // Forgotten first: what is still there comes back with this piece.
      gone: ids === null ? [] : piece,
    }
  }
}

function standingOf({ id, tag, entity, spans }: Annotation): Standing {
  const places = spans.map(({ start, end }) => ({ start, end }))
  return entity === undefined ? { id, tag, spans: places } : { id, tag, entity, spans: places }
}
