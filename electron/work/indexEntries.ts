import { fieldsFound } from '../../shared/article/fieldsFound.ts'
import { joinFields, type Metadata } from '../../shared/article/metadata.ts'
import { Facts } from '../../shared/facts/facts.ts'
import { readFacts } from '../../shared/facts/factsFile.ts'
import { saidIn } from '../../shared/facts/saidFile.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { countWords } from './countWords.ts'
import { countLayer, type LayerCounts } from './layerCounts.ts'
import { isNotice, orNotice } from './notice.ts'
import { readArticle } from './readArticle.ts'

/** What to look at of one article: its file, the person's layer of it, or both. */
export interface ToIndex {
  /** The article's file name, without a folder. */
  readonly name: string
  readonly article: Uint8Array | null
  /** The file of its facts. */
  readonly facts: Uint8Array | null
  readonly layer: Uint8Array | null
}

/** What a list says of an article's file, and of the file of its facts. */
export interface ArticleFacts {
  /** As its facts say, or the file and its name. */
  readonly fields: Metadata
  readonly words: number
  readonly sha256: string
  readonly textSha256: string
}

/** What was found; null for what wasn't asked. A problem stands in the place of what couldn't be read. */
export interface Indexed {
  readonly article: ArticleFacts | ProblemNotice | null
  readonly layer: LayerCounts | ProblemNotice | null
}

/** Looks at several articles in one go: a message costs more than a short article does. One that can't be read spoils no other. */
export async function indexEntries({ files }: { readonly files: readonly ToIndex[] }): Promise<Indexed[]> {
  const indexed: Indexed[] = []
  for (const { name, article, facts, layer } of files)
    indexed.push({
      article: article && (await orNotice(() => factsOf(name, article, facts))),
      layer: layer && (await orNotice(() => countLayer(layer))),
    })
  return indexed
}

async function factsOf(name: string, bytes: Uint8Array, facts: Uint8Array | null): Promise<ArticleFacts> {
  const { article, sha256, textSha256 } = await readArticle({ name, bytes, facts })
  const fields = joinFields(await givenFields(facts), fieldsFound(name, article))
  return { fields, words: countWords(article.text), sha256, textSha256 }
}

/** Facts that can't be read say nothing here; whoever opens the article is told. */
async function givenFields(bytes: Uint8Array | null): Promise<Metadata> {
  const file = bytes && (await orNotice(() => readFacts(bytes)))
  return file && !isNotice(file) ? new Facts([], saidIn(file)).metadata : {}
}
