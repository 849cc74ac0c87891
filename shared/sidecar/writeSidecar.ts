import type { Annotation, Link, Status, Unplaced } from '../annotation/annotation.ts'
import type { Comment } from '../annotation/comment.ts'
import type { Layer } from '../annotation/layer.ts'
import type { Opaque } from '../annotation/opaque.ts'
import type { Verdict } from '../annotation/verdict.ts'
import type { Article } from '../article/article.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { jsonOf, withRest } from '../json/rest.ts'
import { writeJson, writeJsonInside } from '../json/writeJson.ts'
import type { Ruler } from '../text/ruler.ts'
import { annotationToFile, linkToFile, type Offsets, unplacedToFile } from './fileForm.ts'
import type { Head } from './head.ts'
import { byTime, commentToFile, verdictToFile } from './remarkForm.ts'
import { FORMAT, FORMAT_VERSION } from './schema.ts'

/** An article with what its sidecars say of it: the file's name and both hashes (hex sha256). */
export interface ArticleOnDisk extends Article {
  readonly file: string
  readonly sha256: string
  readonly textSha256: string
}

/** How many annotations or links are written at a time: about a millisecond. */
const AT_ONCE = 100

/** A layer as the text of its sidecar; see `sidecarInParts`. */
export function writeSidecar(head: Head, layer: Layer, article: ArticleOnDisk, ruler: Ruler): string {
  return [...sidecarInParts(head, layer, article, ruler)].join('')
}

/**
 * A layer as the text of its sidecar, in parts. They show the layer as it
 * stands at the call, whatever is changed before they are asked for; each is
 * written when it is asked for, so that a large layer can be written between
 * other work.
 *
 * The same state gives the same bytes: keys in a fixed order, annotations by
 * place, two spaces of indent, a newline at the end. Annotations are written
 * once and remembered, so that writing a large layer again costs little more
 * than joining strings.
 */
export function sidecarInParts(head: Head, layer: Layer, article: ArticleOnDisk, ruler: Ruler): Iterable<string> {
  // Copies: maps and order change in place. Annotations, links, head and article never do.
  const snapshot = {
    annotations: layer.list(),
    unplaced: [...layer.unplaced.values()],
    links: [...layer.links.values()],
    comments: layer.remarks.comments.all(),
    verdicts: layer.remarks.verdicts.all(),
    status: layer.status,
  }
  // Read anew by whoever asks: what couldn't be written is written again, whole.
  return { [Symbol.iterator]: () => parts(head, snapshot, article, ruler) }
}

interface Snapshot {
  readonly annotations: readonly Annotation[]
  readonly unplaced: readonly Unplaced[]
  readonly links: readonly Link[]
  readonly comments: readonly (Comment | Opaque)[]
  readonly verdicts: readonly (Verdict | Opaque)[]
  readonly status: Status
}

function* parts(head: Head, layer: Snapshot, article: ArticleOnDisk, ruler: Ruler): Generator<string, void> {
  const { revision, annotator, codebook, created, modified } = head
  const before: Record<string, Json | undefined> = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    revision,
    article: withRest(articleToFile(article, ruler), head.articleRest),
    zoneRules: article.zoneRules,
    zones: zonesToFile(article, head, ruler),
    annotator: withRest({ id: annotator.id, name: annotator.name, key: annotator.key }, annotator.rest),
    codebook: withRest({ id: codebook.id, version: codebook.version, hash: codebook.hash }, codebook.rest),
    status: layer.status,
    created,
    modified,
  }
  yield `{\n${entries(before).join(',\n')}`
  yield* list('annotations', layer.annotations, annotation => written(annotation, ruler))
  yield* list('unplaced', byId(layer.unplaced), one => writeJsonInside(unplacedToFile(one)))
  yield* list('links', byId(layer.links), link => writtenLink(link, ruler))
  yield* list('comments', byTime(layer.comments.map(one => commentToFile(one, ruler))), writeJsonInside)
  yield* list('verdicts', byTime(layer.verdicts.map(verdictToFile)), writeJsonInside)
  const rest = head.rest === undefined ? [] : entries(jsonOf(head.rest) as JsonObject)
  yield `${rest.map(entry => `,\n${entry}`).join('')}\n}\n`
}

/** Writes annotations in advance, so that the whole sidecar is written quickly when it is wanted. */
export function writeAhead(annotations: Iterable<Annotation>, ruler: Ruler): void {
  for (const annotation of annotations) written(annotation, ruler)
}

const cache = new WeakMap<Annotation, string>()

function written(annotation: Annotation, offsets: Offsets): string {
  let text = cache.get(annotation)
  if (text === undefined) {
    text = writeJsonInside(annotationToFile(annotation, offsets))
    cache.set(annotation, text)
  }
  return text
}

const linkCache = new WeakMap<Link, string>()

function writtenLink(link: Link, offsets: Offsets): string {
  let text = linkCache.get(link)
  if (text === undefined) {
    text = writeJsonInside(linkToFile(link, offsets))
    linkCache.set(link, text)
  }
  return text
}

function articleToFile(article: ArticleOnDisk, ruler: Ruler): Record<string, Json | undefined> {
  const { file, sha256, textSha256, text, encoding, reader, textInSidecar } = article
  return {
    file,
    sha256,
    textSha256,
    textLength: ruler.toCodePoint(text.length),
    offsetUnit: 'codepoint',
    encoding,
    reader,
    text: textInSidecar ? text : undefined,
  }
}

function zonesToFile({ blocks }: Article, { zoneRests }: Head, { toCodePoint }: Ruler): JsonObject[] {
  return blocks
    .filter(({ zone }) => zone !== 'body')
    .map(block => {
      const [start, end, { zone, by }] = [toCodePoint(block.start), toCodePoint(block.end), block]
      return withRest({ start, end, zone, by }, zoneRests.get(`${start}-${end}-${zone}`))
    })
}

function byId<T extends { readonly id: string }>(things: readonly T[]): T[] {
  return [...things].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function entries(object: Readonly<Record<string, Json | undefined>>): string[] {
  return Object.entries(object).flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${JSON.stringify(key)}: ${indented(writeJson(value), 2)}`],
  )
}

/** One more entry of the file, which is an array. */
function* list<T>(key: string, items: readonly T[], write: (item: T) => string): Iterable<string> {
  yield `,\n  ${JSON.stringify(key)}: [`
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const some = items.slice(at, at + AT_ONCE).map(write)
    yield `${at === 0 ? '' : ','}\n    ${some.join(',\n    ')}`
  }
  yield items.length === 0 ? ']' : '\n  ]'
}

function indented(json: string, spaces: number): string {
  return json.replaceAll('\n', `\n${' '.repeat(spaces)}`)
}
