import type { Block } from '../../shared/article/article.ts'
import { MAX_UNREAD_NAMED } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Hit } from '../../shared/search/hit.ts'
import { look, type SearchedArticle } from '../../shared/search/look.ts'
import { type Matcher, makeMatcher } from '../../shared/search/matcher.ts'
import type { Query } from '../../shared/search/query.ts'
import { FilesOfArticles } from './filesOfArticles.ts'
import {
  type Beyond,
  type LiveForm,
  LiveLayer,
  type LiveNews,
  type ReadLayer,
  readLayer,
  type Searcher,
  searchedLayer,
  takeUpLayer,
} from './searchedLayers.ts'
import { SearchedText } from './searchedText.ts'
import { Shelf } from './searchShelf.ts'

/** A file to be kept on the shelf. Null bytes: it couldn't be read. */
export interface TextToTake {
  readonly key: string
  /** The file's name, without a folder. */
  readonly name: string
  readonly bytes: Uint8Array | null
  readonly facts: Uint8Array | null
}

/** A sidecar to be kept on the shelf, placed in the text of that key. */
export interface LayerToTake {
  readonly key: string
  readonly text: string
  readonly bytes: Uint8Array | null
  /** What this device remembers beyond the file, and whose it is. */
  readonly beyond?: Beyond | null
}

/** Files that the worker reads by itself, in a workspace whose real path is `root`; paths are inside it, with `/`. */
export interface FilesToRead {
  readonly root: string
  readonly texts: readonly { readonly key: string; readonly path: string; readonly hasFacts: boolean }[]
  readonly layers: readonly LayerToRead[]
}

export interface LayerToRead {
  readonly key: string
  readonly text: string
  readonly path: string
  readonly annotator: string
  readonly mine: MyLayer | null
}

/** The layer of the person who searches: the history of this device may go beyond its file. */
export interface MyLayer {
  readonly me: Searcher
  readonly device: string
}

/** One article to look at: what it is called in hits, and by what keys its text and layers stand on the shelf. */
export interface ToLookAt {
  readonly ticket: string
  readonly text: string
  /** Whose layer it is that stands with a live text; null where there is none. */
  readonly live: string | null
  readonly layers: readonly LayerToLookAt[]
}

export interface LayerToLookAt {
  readonly annotator: string
  readonly key: string
  /** It only tells what covers a hit: where nothing is found it needs no reading. */
  readonly isForHits: boolean
}

export interface LookInput {
  /** What the search is called: one that goes on is remembered by it. */
  readonly name: string
  readonly query: Query
  readonly me: Searcher | null
  readonly items: readonly ToLookAt[]
  /** How many hits of the first of them were given before. */
  readonly skip: number
  /** It stops after so many hits or so long, whichever comes first. */
  readonly hits: number
  readonly ms: number
}

export interface Looked {
  /** JSON text of an array of `Hit`. */
  readonly hits: string
  readonly count: number
  /** How many items are finished, and how many hits of the next were given. */
  readonly done: number
  readonly given: number
  /** Of the finished ones, how many had hits or couldn't be read. */
  readonly articles: number
  readonly unreadArticles: number
  readonly unreadLayers: number
  /** The first of those, by the article's ticket; `annotator` is null for an article itself. */
  readonly unread: readonly { readonly article: string; readonly annotator: string | null }[]
  /** Where it stopped for want of them: keys that the next item, and those after it, lack on the shelf. */
  readonly lacking: readonly string[]
}

/** A look at an article that goes on. */
interface Held {
  readonly ticket: string
  readonly hits: Iterator<Hit>
  given: number
}

type OnShelf =
  | { readonly kind: 'text'; readonly text: SearchedText; readonly live: LiveLayer }
  | { readonly kind: 'layer'; readonly layer: ReadLayer }
  | { readonly kind: 'unread' }

/**
 * What the search's worker does. It keeps what it has read on a shelf of so
 * many bytes, so that the next search reads nothing; whoever asks tells by key
 * what he means and hands over what is lacking.
 */
export function makeSearchTasks(shelfBytes: number) {
  const shelf = new Shelf<OnShelf>(shelfBytes)
  const held = new Map<string, Held>()
  const unreadable = { kind: 'unread' } as const

  function textOf(key: string): Extract<OnShelf, { kind: 'text' }> | null {
    const found = shelf.get(key)
    return found?.kind === 'text' ? found : null
  }

  async function keep(
    key: string,
    read: () => OnShelf | Promise<OnShelf>,
    size: (thing: OnShelf) => number,
  ): Promise<void> {
    try {
      const thing = await read()
      shelf.put(key, thing, size(thing))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      shelf.put(key, unreadable, 100)
    }
  }

  function resize(key: string): void {
    const found = shelf.get(key)
    if (found?.kind === 'text') shelf.resize(key, found.text.size + found.live.size)
  }

  function articleOf({ ticket, text: key, live, layers }: ToLookAt, me: Searcher | null): SearchedArticle | null {
    const found = textOf(key)
    if (!found) return null
    const { text } = found
    const own = live === null ? [] : [found.live.searched(live)]
    const read = layers.flatMap(({ annotator, key }) => {
      const layer = shelf.get(key)
      return layer?.kind === 'layer' ? [searchedLayer(annotator, layer.layer, me)] : []
    })
    return {
      ticket,
      text: text.text,
      layers: [...own, ...read],
      folded: folding => text.folded(folding),
      zoneAt: offset => text.zoneAt(offset),
      written: () => text.written,
    }
  }

  /** The hits of an article that were not given before: those of a look that goes on, or of a new one. */
  function hitsFrom(input: LookInput, matcher: Matcher | null, item: ToLookAt, skip: number): Held {
    const before = held.get(input.name)
    held.delete(input.name)
    if (before?.ticket === item.ticket && before.given === skip && skip > 0) return before
    const article = articleOf(item, input.me)
    const hits = article ? look(input.query, matcher, article)[Symbol.iterator]() : [][Symbol.iterator]()
    for (let i = 0; i < skip; i++) hits.next()
    return { ticket: item.ticket, hits, given: skip }
  }

  const tasks = {
    /** Reads files and puts them on the shelf, as `take` does. */
    read({ root, texts, layers }: FilesToRead): Promise<null> {
      const files = new FilesOfArticles(root)
      return tasks.take({
        texts: texts.map(({ key, path, hasFacts }) => ({ key, ...files.text(path, hasFacts) })),
        layers: layers.map(({ key, text, path, annotator, mine }) => {
          const bytes = files.layer(path, annotator)
          const history = mine && files.history(path, annotator, mine.device, bytes !== null)
          const copy = history && mine ? files.copy(path, annotator, mine.device) : null
          return { key, text, bytes, beyond: history && { history, copy, me: mine.me } }
        }),
      })
    },

    /** The articles of which an annotator has a history on a device; paths inside the workspace. */
    histories({ root, annotator, device }: { root: string; annotator: string; device: string }): string[] {
      return new FilesOfArticles(root).withHistory(annotator, device)
    },

    /** Puts files on the shelf. One that can't be read is kept as such, and spoils no other. */
    async take({
      texts,
      layers,
    }: {
      readonly texts: readonly TextToTake[]
      readonly layers: readonly LayerToTake[]
    }): Promise<null> {
      for (const { key, name, bytes, facts } of texts) {
        if (!bytes) shelf.put(key, unreadable, 100)
        else
          await keep(
            key,
            async () => ({ kind: 'text', text: await SearchedText.read(name, bytes, facts), live: new LiveLayer() }),
            thing => (thing.kind === 'text' ? thing.text.size : 100),
          )
      }
      for (const { key, text: place, bytes, beyond } of layers) {
        const found = textOf(place)
        if (!found || !(bytes || beyond)) shelf.put(key, unreadable, 100)
        else {
          // Annotations take about three times what their file does.
          const size = 3 * ((bytes?.byteLength ?? 0) + (beyond?.history.byteLength ?? 0))
          const read = () => (beyond ? takeUpLayer(bytes, beyond, found.text) : readLayer(bytes!, found.text))
          await keep(
            key,
            () => ({ kind: 'layer', layer: read() }),
            () => size,
          )
        }
      }
      return null
    },

    /** The text of an article that is open, with its blocks as the JSON text of [end, zone, by]. */
    takeLive({ key, text, blocks }: { readonly key: string; readonly text: string; readonly blocks: string }): null {
      const found = textOf(key)
      if (found?.text.text === text) found.text.blocks = blocksOf(blocks)
      else shelf.put(key, { kind: 'text', text: SearchedText.of(text, blocksOf(blocks)), live: new LiveLayer() }, 0)
      resize(key)
      return null
    },

    /** News of its layer; `begin` forgets what was known before. Answers whether the text is still on the shelf. */
    hearLive({
      key,
      begin,
      news,
    }: {
      readonly key: string
      readonly begin: LiveForm | null
      readonly news: LiveNews
    }): boolean {
      const found = textOf(key)
      if (!found) return false
      if (begin) found.live.begin(begin)
      found.live.hear(news)
      resize(key)
      return true
    },

    /** Searches one article after another, for a while. Throws Problem `search-pattern`. */
    look(input: LookInput): Looked {
      const until = performance.now() + input.ms
      const matcher = makeMatcher(input.query)
      const hits: string[] = []
      let [done, given, articles, unreadArticles, unreadLayers] = [0, input.skip, 0, 0, 0]
      const unread: { article: string; annotator: string | null }[] = []
      const name = (article: string, annotator: string | null) =>
        unread.length < MAX_UNREAD_NAMED && unread.push({ article, annotator })
      let isLacking = false
      for (const item of input.items) {
        if (hits.length >= input.hits || (done > 0 && performance.now() > until)) break
        isLacking = lackingOf(item, matcher).length > 0
        if (isLacking) break
        const going = hitsFrom(input, matcher, item, given)
        let isFinished = false
        while (hits.length < input.hits && (hits.length % 16 > 0 || hits.length === 0 || performance.now() <= until)) {
          const { value, done: isEnd } = going.hits.next()
          if (isEnd) {
            isFinished = true
            break
          }
          hits.push(JSON.stringify(value))
          going.given++
        }
        resize(item.text)
        if (!isFinished) {
          given = going.given
          held.set(input.name, going)
          break
        }
        if (going.given > 0) articles++
        if (shelf.get(item.text)?.kind === 'unread') {
          unreadArticles++
          name(item.ticket, null)
        }
        for (const { key, annotator } of item.layers) {
          if (shelf.get(key)?.kind !== 'unread') continue
          unreadLayers++
          name(item.ticket, annotator)
        }
        given = 0
        done++
      }
      const left = isLacking ? input.items.slice(done) : []
      const lacking = [...new Set(left.flatMap(item => lackingOf(item, matcher)))]
      const found = `[${hits.join(',')}]`
      return { hits: found, count: hits.length, done, given, articles, unreadArticles, unreadLayers, unread, lacking }
    },

    /** A search is over. */
    forget({ name }: { readonly name: string }): null {
      held.delete(name)
      return null
    },
  }

  return tasks

  function lackingOf({ text: key, layers }: ToLookAt, matcher: Matcher | null): string[] {
    const lacking = shelf.has(key) ? [] : [key]
    for (const layer of layers) {
      if (!shelf.has(layer.key) && !(layer.isForHits && hasNoHits(key, matcher))) lacking.push(layer.key)
    }
    return lacking
  }

  /** Whether a text is known to hold nothing of what is searched; one that isn't on the shelf may hold it, and is asked about again. */
  function hasNoHits(key: string, matcher: Matcher | null): boolean {
    const found = textOf(key)
    return !found || !matcher?.mayFind(found.text)
  }
}

export type SearchTasks = ReturnType<typeof makeSearchTasks>

function blocksOf(json: string): Block[] {
  let start = 0
  return (JSON.parse(json) as [number, Block['zone'], Block['by']][]).map(([end, zone, by]) => {
    const block = { start, end, zone, by }
    start = end
    return block
  })
}
