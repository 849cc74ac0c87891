import type { Article, Block } from '../../shared/article/article.ts'
import { fieldsFound } from '../../shared/article/fieldsFound.ts'
import { joinFields, type Metadata } from '../../shared/article/metadata.ts'
import type { Opened } from '../../shared/contract/contract.ts'
import { Facts } from '../../shared/facts/facts.ts'
import { correctionsOf, readFacts } from '../../shared/facts/factsFile.ts'
import { saidIn } from '../../shared/facts/saidFile.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { makeRuler, type Ruler } from '../../shared/text/ruler.ts'
import { asChosen } from './asChosen.ts'
import { type ToldLayer, tellLayer } from './layerInfo.ts'
import { orNotice } from './notice.ts'
import { type ArticleFile, type ReadArticle, readArticle } from './readArticle.ts'

/** What an article is told from: its file, and the files beside it that speak of it. */
export interface InfoSource extends ArticleFile {
  /** The bytes of its facts, or null where there are none. */
  readonly facts: Uint8Array | null
  readonly layers: readonly { readonly annotator: string; readonly file: string; readonly bytes: Uint8Array }[]
}

/**
 * What `stet info` prints of one article. Offsets and lengths count code
 * points of the text that `stet text` prints; fields that nothing speaks for
 * are null.
 */
export interface ArticleInfo {
  readonly format: 'stet-info'
  readonly formatVersion: 1
  readonly file: string
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  /** As precisely as it is known: `2031-03-04`. */
  readonly published: string | null
  readonly section: string | null
  readonly page: string | null
  readonly language: string | null
  /** Where it was published on the web. */
  readonly address: string | null
  /** By the name that Python knows it by; `encodingBy` says how it is known. */
  readonly encoding: string
  readonly encodingBy: Article['encodingBy']
  readonly invalidBytes: number
  readonly newlines: Opened['lineEnds']
  /** The reader with the version of its rules. */
  readonly reader: string
  /** Of the file's bytes, and of the text as UTF-8. */
  readonly sha256: string
  readonly textSha256: string
  readonly textLength: number
  /** Every block that isn't body, by the reader or a person. */
  readonly zones: readonly (Zoned & { readonly by: Block['by'] })[]
  /** Where the fields above come from. */
  readonly metadata: Metadata
  /** The layers beside the article, each with its counts, versions and hashes, or with what is wrong with it. */
  readonly layers: readonly LayerInfo[]
  /** Whose layers there are besides, of which nothing is told: they are sealed. */
  readonly sealed: readonly string[]
  /** What is wrong with the article's own facts; null where nothing is. */
  readonly factsProblem: ProblemNotice | null
}

interface Zoned {
  readonly start: number
  readonly end: number
  readonly zone: Block['zone']
  readonly quote: string
}

type LayerInfo = { readonly annotator: string; readonly file: string } & (
  | ToldLayer
  | { readonly problem: ProblemNotice }
)

/** Tells of an article. Throws what its reader throws; what is wrong beside it is told. */
export async function articleInfo({ name, bytes, encoding, facts, layers }: InfoSource): Promise<ArticleInfo> {
  const file = facts === null ? null : await orNotice(() => readFacts(facts))
  const said = file && !isNotice(file) ? saidIn(file) : null
  const read = await readArticle({ name, bytes, ...asChosen(encoding ?? said?.encoding) })
  const { article, sha256, textSha256, lineEnds } = read
  const ruler = makeRuler(article.text)
  const isKnown = file !== null && !isNotice(file)
  const blocks = isKnown ? correct(read, file, ruler) : article.blocks
  const given = new Facts([], said ?? {}).metadata
  const metadata = joinFields(given, fieldsFound(name, { ...article, blocks }))
  return {
    format: 'stet-info',
    formatVersion: 1,
    file: name,
    title: metadata.title?.value ?? null,
    outlet: metadata.outlet?.value ?? null,
    byline: metadata.byline?.value ?? null,
    published: metadata.published?.value ?? null,
    section: metadata.section?.value ?? null,
    page: metadata.page?.value ?? null,
    language: metadata.language?.value ?? null,
    address: metadata.address?.value ?? null,
    encoding: article.encoding,
    encodingBy: article.encodingBy,
    invalidBytes: article.invalidBytes,
    newlines: lineEnds,
    reader: article.reader,
    sha256,
    textSha256,
    textLength: ruler.toCodePoint(article.text.length),
    zones: blocks
      .filter(({ zone }) => zone !== 'body')
      .map(({ start, end, zone, by }) => ({
        start: ruler.toCodePoint(start),
        end: ruler.toCodePoint(end),
        ...{ zone, by, quote: article.text.slice(start, end) },
      })),
    metadata,
    layers: await Promise.all(
      layers.map(async ({ annotator, file, bytes }) => ({ annotator, file, ...(await tellLayer(bytes)) })),
    ),
    sealed: [],
    factsProblem: file !== null && isNotice(file) ? file : null,
  }
}

function isNotice(file: JsonObject | ProblemNotice): file is ProblemNotice {
  return 'kind' in file
}

function correct({ article, textSha256 }: ReadArticle, file: JsonObject, ruler: Ruler): Block[] {
  const { text, blocks } = article
  const { corrections } = correctionsOf(file, { text, textSha256, blocks }, ruler)
  return new Facts(corrections).correct(text, blocks)
}
