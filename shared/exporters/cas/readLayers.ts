import type { DatasetAnnotation, DatasetArticle, DatasetLayer, DatasetLink } from '../../dataset/dataset.ts'
import type { ReadArticle, ReadChoices, ReadFiles, ReadItem, Untaken } from '../../dataset/format.ts'
import { Untakeable } from '../../dataset/untakeable.ts'
import { byArticle, isNobody, type NamedFile } from './files.ts'
import type { TellUntaken } from './fromCas.ts'

/** What one file says of an article. */
export interface LayerRead {
  readonly text: string
  readonly metadata?: DatasetArticle['metadata']
  readonly annotations: readonly DatasetAnnotation[]
  readonly links: readonly DatasetLink[]
}

/** Articles out of files of a layer each. `layerOf` reads one; an Untakeable that it throws is told of the file, and the others are read. */
export async function* readLayers(
  files: ReadFiles,
  extension: string,
  choices: ReadChoices,
  layerOf: (named: NamedFile, tell: TellUntaken) => Promise<LayerRead>,
): AsyncGenerator<ReadItem> {
  for (const group of byArticle(files.names, extension)) {
    const untaken: Untaken[] = []
    let article: (ReadArticle & { readonly layers: DatasetLayer[] }) | null = null
    for (const named of group) {
      const { file, path, annotator } = named
      const tell: TellUntaken = ({ what, why, message }, line) =>
        void untaken.push({ file, line: line ?? null, what, why, detail: message })
      try {
        const { text, metadata = {}, annotations, links } = await layerOf(named, tell)
        article ??= { path, file, text, metadata, zones: [], layers: [] }
        if (article.text !== text) throw new Untakeable('other-words', path, article.file)
        if (!isNobody(annotator) || annotations.length > 0)
          article.layers.push({ annotator: annotator ?? choices.annotator, annotations, links })
      } catch (error) {
        if (!(error instanceof Untakeable)) throw error
        tell(error)
      }
    }
    if (article) yield { kind: 'article', article }
    for (const one of untaken) yield { kind: 'untaken', untaken: one }
  }
}
