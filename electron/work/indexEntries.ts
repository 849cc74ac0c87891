import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { countWords } from './countWords.ts'
import { countLayer, type LayerCounts } from './layerCounts.ts'
import { orNotice } from './notice.ts'
import { readArticle } from './readArticle.ts'

/** What to look at of one article: its file, the person's layer of it, or both. */
export interface ToIndex {
  /** The article's file name, without a folder. */
  readonly name: string
  readonly article: Uint8Array | null
  readonly layer: Uint8Array | null
}

/** What a list says of an article's file. */
export interface ArticleFacts {
  /** '' where the rules found none. At most 1,000 characters. */
  readonly title: string
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
  for (const { name, article, layer } of files)
    indexed.push({
      article: article && (await orNotice(() => factsOf(name, article))),
      layer: layer && (await orNotice(() => countLayer(layer))),
    })
  return indexed
}

async function factsOf(name: string, bytes: Uint8Array): Promise<ArticleFacts> {
  const { article, sha256, textSha256 } = await readArticle({ name, bytes })
  return { title: shortened(article.title), words: countWords(article.text), sha256, textSha256 }
}

/** Cut between characters, never inside one. */
function shortened(title: string): string {
  return title.length <= 1000 ? title : title.slice(0, 1000).replace(/[\ud800-\udbff]$/, '')
}
