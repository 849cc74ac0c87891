import { basename } from 'node:path'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { renamedTargets } from '../../shared/dataset/discussed.ts'
import type { ReadArticle, ReadItem, Untaken } from '../../shared/dataset/format.ts'
import { keepable } from '../../shared/dataset/keepable.ts'
import { type Lacking, Learned } from '../../shared/dataset/learn.ts'
import { applyMap } from '../../shared/dataset/map/applyMap.ts'
import { readMapFile } from '../../shared/dataset/map/mapFile.ts'
import { proposeMap } from '../../shared/dataset/map/proposeMap.ts'
import type { MappedAway, TagMap } from '../../shared/dataset/map/tagMap.ts'
import { sidecarFor } from '../../shared/dataset/sidecarFor.ts'
import { formats } from '../../shared/exporters/formats.ts'
import { importerFor } from '../../shared/importers/index.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { CodebookMark } from '../../shared/sidecar/head.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { filesAt } from './filesAt.ts'
import { layersNamed } from './layersNamed.ts'
import { type LookDetails, LookedInto } from './lookedInto.ts'
import { readArticle } from './readArticle.ts'
import { recogniseFormat } from './recogniseFormat.ts'
import { type StandingLayer, standingLayer } from './standingLayer.ts'
import { articleAt } from './textAt.ts'

/** What is read, and for which workspace. Paths are absolute and real. */
export interface ReadPlan {
  readonly path: string
  readonly isFolder: boolean
  readonly format: string
  /** The workspace. */
  readonly root: string
  /** Whose annotations they are, where the files don't say it. */
  readonly layer: string
  readonly patterns: { readonly text: string; readonly annotations: string } | null
  /** The bytes of a map, by which tags, answers, links and events become others; null: they stay. */
  readonly map: Uint8Array | null
}

/** A layer as it comes into the workspace, under an id that an annotator may have. */
export interface ImportedLayer {
  readonly annotator: string
  readonly sidecar: string
  readonly annotations: number
  readonly links: number
  /** What the workspace has under this name already; null for nothing. */
  readonly standing: StandingLayer | null
}

/** An article that was read. `bytes` is null where the workspace has it, with this very text. */
export interface ImportedArticle {
  readonly path: string
  readonly bytes: Uint8Array | null
  readonly layers: readonly ImportedLayer[]
}

export type ImportItem =
  | { readonly kind: 'article'; readonly article: ImportedArticle }
  | { readonly kind: 'untaken'; readonly untaken: Untaken }
  /** The workspace has another text under the name. */
  | { readonly kind: 'other-text'; readonly path: string }
  | { readonly kind: 'unread'; readonly path: string; readonly problem: ProblemNotice }

/** What a first look finds: nothing is written of it. */
export interface Looked {
  readonly articles: number
  readonly annotations: number
  readonly links: number
  /** Annotators as the files call them, and the ids that they get. */
  readonly annotators: readonly (readonly [called: string, id: string])[]
}

/** What a file or folder may be read as. */
export interface ReadableAs {
  /** Ids of formats. */
  readonly likely: readonly string[]
  /** Every format that is read, and whether patterns may say where its files stand. */
  readonly formats: readonly { readonly id: string; readonly takesPatterns: boolean }[]
  readonly isCertain: boolean
  readonly isWorkspace: boolean
}

const BATCH_MS = 200

/** Reading what others annotated, in a worker of its own: a look first, by which the codebook learns, and then each article with its layers. */
export function makeImportTasks() {
  let plan: ReadPlan
  let map: TagMap | null
  let items: AsyncIterator<ReadItem>
  let learned: Learned
  let looked: { articles: number; annotations: number; links: number }
  let called: Set<string>
  const given = new Map<string, string>()
  let into: LookedInto

  const mapped = (read: ReadArticle) => {
    const { article, untaken } = keepable(read)
    return { untaken, ...(map ? applyMap(article, map) : { article, away: [] }) }
  }

  const begin = async () => {
    const load = Object.hasOwn(formats, plan.format) ? formats[plan.format] : undefined
    const format = await load?.()
    if (!format?.read) throw new RangeError(`${plan.format} isn't read`)
    const { path, root, layer, patterns } = plan
    const textOf = async (name: string) => (await articleAt(root, name))?.article.text ?? null
    const choices = { annotator: layer, textOf, ...(patterns ? { patterns } : {}) }
    items = format.read(filesAt(path, plan.isFolder ? 'folder' : 'file'), choices)[Symbol.asyncIterator]()
  }

  /** Takes items for a while; a Problem ends the reading and is told. */
  const batch = async <T>(take: (item: ReadItem) => Promise<T> | T) => {
    const taken: T[] = []
    const until = performance.now() + BATCH_MS
    try {
      while (performance.now() < until) {
        const { done, value } = await items.next()
        if (done) return { items: taken, isEnd: true, problem: null }
        taken.push(await take(value))
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { items: taken, isEnd: true, problem: { kind: error.kind, detail: error.detail } }
    }
    return { items: taken, isEnd: false, problem: null }
  }

  return {
    /** What a file or folder looks like, by its absolute and real path. */
    async recognise({ path, isFolder }: Pick<ReadPlan, 'path' | 'isFolder'>): Promise<ReadableAs> {
      const { likely, known, ...rest } = await recogniseFormat(path, isFolder)
      const formats = known.map(({ id, takesPatterns }) => ({ id, takesPatterns: takesPatterns === true }))
      return { ...rest, formats, likely: likely.map(({ id }) => id) }
    },

    /** The map in a file's bytes. Throws Problem `cannot-read`, which says where it isn't one. */
    readMap: async (bytes: Uint8Array): Promise<TagMap> => readMapFile(bytes),

    async beginLook(wanted: ReadPlan): Promise<null> {
      plan = wanted
      map = plan.map && readMapFile(plan.map)
      learned = new Learned()
      looked = { articles: 0, annotations: 0, links: 0 }
      called = new Set()
      into = new LookedInto()
      await begin()
      return null
    },

    async look(_: null): Promise<{
      readonly isEnd: boolean
      readonly problem: ProblemNotice | null
      readonly looked: Looked
      readonly untaken: readonly Untaken[]
      readonly away: readonly MappedAway[]
    }> {
      const { items, isEnd, problem } = await batch(async item => {
        if (item.kind === 'untaken') return { untaken: [item.untaken], away: [] }
        const { article, away, untaken } = mapped(item.article)
        learned.add(article)
        into.add(item.article, article, (await placeOf(article, plan.root)).standing)
        looked.articles++
        for (const { annotator, annotations, links } of article.layers) {
          called.add(annotator)
          looked.annotations += annotations.length
          looked.links += links.length
        }
        return { untaken, away }
      })
      return {
        ...{ isEnd, problem, looked: { ...looked, annotators: [...layersNamed(called)] } },
        untaken: items.flatMap(({ untaken }) => untaken),
        away: items.flatMap(({ away }) => away),
      }
    },

    /** What a codebook lacks of what the look has met. */
    lacking: (codebook: Codebook): Lacking => learned.lackingIn(codebook),

    /** More of what the look has met, for a person who is about to decide. */
    details: async (_: null): Promise<LookDetails> => into.details(layersNamed(called)),

    /** A map to begin with, by what the look has met before the map that it had. */
    propose: async (codebook: Codebook): Promise<TagMap> => proposeMap(into.found, codebook),

    /** Begins with the first article, once more. */
    async beginWrite(_: null): Promise<null> {
      given.clear()
      await begin()
      return null
    },

    async next({ codebook, at }: { readonly codebook: CodebookMark; readonly at: string }) {
      const ids = layersNamed(called)
      return batch(async (item): Promise<ImportItem> => {
        if (item.kind === 'untaken') return item
        try {
          return await imported(mapped(item.article).article, plan, { ids, codebook, at, given })
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          return { kind: 'unread', path: item.article.path, problem: { kind: error.kind, detail: error.detail } }
        }
      })
    },
  }
}

export type ImportTasks = ReturnType<typeof makeImportTasks>

interface Writing {
  readonly ids: ReadonlyMap<string, string>
  readonly codebook: CodebookMark
  readonly at: string
  /** The articles that are about to be written, by path, and their texts by hash: a dataset may have an article once for each annotator. */
  readonly given: Map<string, string>
}

async function imported(
  article: ReadArticle,
  { root, format }: ReadPlan,
  { ids, codebook, at, given }: Writing,
): Promise<ImportItem> {
  const { path, kept, standing } = await placeOf(article, root)
  if (standing === 'other-text') return { kind: 'other-text', path }
  const encoded = new TextEncoder().encode(article.text)
  const read = kept ?? (await readArticle({ name: basename(path), bytes: encoded.slice() }))
  // A byte order mark, or half a character, would be read as something else.
  if (read.article.text !== article.text) return { kind: 'other-text', path }
  const before = given.get(path)
  if (before !== undefined && before !== read.textSha256) return { kind: 'other-text', path }
  const bytes = kept || before !== undefined ? null : encoded
  given.set(path, read.textSha256)
  const onDisk = { ...read.article, file: basename(path), sha256: read.sha256, textSha256: read.textSha256 }
  const layers: ImportedLayer[] = []
  for (const layer of article.layers) {
    const annotator = ids.get(layer.annotator)!
    const coming = { annotator: { id: annotator, name: layer.annotator }, codebook, at, from: format }
    const sidecar = sidecarFor(
      renamedTargets(layer, called => ids.get(called)),
      onDisk,
      coming,
    )
    const standing = await standingLayer(root, sidecarName(path, annotator), sidecar)
    layers.push({ annotator, sidecar, standing, annotations: layer.annotations.length, links: layer.links.length })
  }
  return { kind: 'article', article: { path, bytes, layers } }
}

/** Where an article goes, and what stands there: with this very text it gets the layers. */
async function placeOf({ path: wanted, text }: ReadArticle, root: string) {
  const there = await articleAt(root, wanted)
  const path = there?.article.text === text ? wanted : plainPath(wanted)
  const kept = path === wanted ? there : await articleAt(root, path)
  const standing = !kept
    ? ('fresh' as const)
    : kept.article.text === text
      ? ('there' as const)
      : ('other-text' as const)
  return { path, kept, standing }
}

/** A path for a text of its own: one that is read letter for letter, and no part of which is hidden, since nobody would see it in a list. */
function plainPath(path: string): string {
  const seen = path.replace(/(?<=^|\/)\.(?!\.?(?:\/|$))/g, '_.')
  return importerFor(seen)?.id.startsWith('plain-text/') ? seen : `${seen}.txt`
}
