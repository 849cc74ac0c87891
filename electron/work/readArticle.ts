import { createHash } from 'node:crypto'
import { pressArchives } from '../../shared/archives/press/index.ts'
import type { Article } from '../../shared/article/article.ts'
import type { Opened } from '../../shared/contract/contract.ts'
import { extensionOf } from '../../shared/importers/extensions.ts'
import type { Importer, Skimmed } from '../../shared/importers/importer.ts'
import { importerFor } from '../../shared/importers/index.ts'
import { MAX_ARTICLE_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { chosenIn } from './asChosen.ts'
import { lineEndsOf } from './lineEnds.ts'

/** A file as a worker takes it. The bytes change hands. */
export interface ArticleFile {
  /** The file's name, without a folder. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The encoding to read it in; left out, it is the one that its facts choose, and else it is found. */
  readonly encoding?: string
  /** The file of its facts. */
  readonly facts?: Uint8Array | null
}

/** An article, and what can be said of its file only by reading all of it. */
export interface ReadArticle {
  readonly article: Article
  /** sha256 of the file's bytes. */
  readonly sha256: string
  /** sha256 of the article's text as UTF-8. */
  readonly textSha256: string
  readonly lineEnds: Opened['lineEnds']
  /** Whether it is text in an encoding, which a person may choose. */
  readonly hasEncoding: boolean
  /** Which of the words for kinds of archives names what it is, where it is a press database's download of many articles. */
  readonly holdsMany?: string
}

/** Reads a file by the reader that its name asks for. Throws Problem `no-reader`, `too-large`, or what the reader throws. */
export async function readArticle({
  name,
  bytes,
  facts,
  encoding = chosenIn(facts),
}: ArticleFile): Promise<ReadArticle> {
  const reader = readerFor(name, bytes)
  const article = await reader.read(bytes, encoding)
  return {
    article,
    sha256: sha256Of(bytes),
    textSha256: sha256Of(article.text),
    lineEnds: lineEndsOf(article.text),
    hasEncoding: reader.hasEncoding ?? false,
    ...holdsMany(name, bytes),
  }
}

/** Downloads share their endings with single articles: what is in them tells. */
function holdsMany(name: string, bytes: Uint8Array): Pick<ReadArticle, 'holdsMany'> {
  const [extension = '', head] = [extensionOf(name), bytes.subarray(0, HEAD_BYTES)]
  const kind = pressArchives.find(one => one.extensions.includes(extension) && one.recognises(head, name))
  return kind ? { holdsMany: kind.title } : {}
}
/** What kinds look at of a file's beginning, in bytes. */
const HEAD_BYTES = 64 * 1024

/** The text of a file alone, by the same reader. Throws what `readArticle` throws. */
export async function skimArticle({ name, bytes, facts, encoding = chosenIn(facts) }: ArticleFile): Promise<Skimmed> {
  const reader = readerFor(name, bytes)
  if (reader.skim) return reader.skim(bytes, encoding)
  const { text, blocks } = await reader.read(bytes, encoding)
  return { text, blocks: () => blocks }
}

function readerFor(name: string, bytes: Uint8Array): Importer {
  if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
  const importer = importerFor(name)
  if (!importer) throw new Problem('no-reader')
  return importer
}

/** The SHA-256 of bytes, or of a text as UTF-8, without waiting: 64 small hexadecimal digits. */
export function sha256Of(input: string | Uint8Array): string {
  return createHash('sha256').update(input).digest('hex')
}
