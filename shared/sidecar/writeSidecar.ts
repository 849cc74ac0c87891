import type { Annotation } from '../annotation/annotation.ts'
import type { Layer } from '../annotation/layer.ts'
import type { Article } from '../article/article.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { jsonOf, withRest } from '../json/rest.ts'
import { writeJson, writeJsonInside } from '../json/writeJson.ts'
import type { Ruler } from '../text/ruler.ts'
import { annotationToFile, linkToFile, type Offsets, unplacedToFile } from './fileForm.ts'
import type { Head } from './head.ts'
import { FORMAT, FORMAT_VERSION } from './schema.ts'

/** An article with what its sidecars say of it: the file's name and both hashes (hex sha256). */
export interface ArticleOnDisk extends Article {
  readonly file: string
  readonly sha256: string
  readonly textSha256: string
}

/**
 * A layer as the text of its sidecar. The same state gives the same bytes:
 * keys in a fixed order, annotations by place, two spaces of indent, a newline
 * at the end. Annotations are written once and remembered, so that writing a
 * large layer again costs little more than joining strings.
 */
export function writeSidecar(head: Head, layer: Layer, article: ArticleOnDisk, ruler: Ruler): string {
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
  const after = withRest(
    {
      unplaced: byId(layer.unplaced).map(unplacedToFile),
      links: byId(layer.links).map(link => linkToFile(link, ruler)),
      comments: jsonOf(head.comments),
      verdicts: jsonOf(head.verdicts),
    },
    head.rest,
  )
  const annotations = [...layer.inOrder()].map(annotation => written(annotation, ruler))
  const lines = [...entries(before), `  "annotations": ${list(annotations)}`, ...entries(after)]
  return `{\n${lines.join(',\n')}\n}\n`
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

function byId<T extends { readonly id: string }>(things: ReadonlyMap<string, T>): T[] {
  return [...things.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function entries(object: Readonly<Record<string, Json | undefined>>): string[] {
  return Object.entries(object).flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${JSON.stringify(key)}: ${indented(writeJson(value), 2)}`],
  )
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n    ${items.join(',\n    ')}\n  ]`
}

function indented(json: string, spaces: number): string {
  return json.replaceAll('\n', `\n${' '.repeat(spaces)}`)
}
