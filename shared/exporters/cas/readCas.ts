import type { DatasetArticle } from '../../dataset/dataset.ts'
import type { ReadChoices } from '../../dataset/format.ts'
import { Untakeable } from '../../dataset/untakeable.ts'
import { fromCas, type TellUntaken } from './fromCas.ts'
import type { CasGraph } from './graph.ts'
import { layerOfGraph } from './layerOfGraph.ts'
import type { LayerRead } from './readLayers.ts'

/**
 * What a CAS says of its text: the first one, as UIMA calls it, or whichever
 * there is. Where the file has none it is looked for by the article's path.
 * Throws an Untakeable where there is none at all.
 */
export async function readCas(
  graph: CasGraph,
  path: string,
  choices: ReadChoices,
  tell: TellUntaken,
): Promise<LayerRead> {
  const texts = graph.sofas.filter(({ text }) => text !== null)
  const sofa = texts.find(({ name }) => name === '_InitialView') ?? texts[0] ?? graph.sofas[0]
  const text = sofa?.text ?? (await choices.textOf(path))
  if (!sofa || text === null) throw new Untakeable('no-text', path)
  const metadata = metadataIn(graph)
  return { text, metadata, ...fromCas(layerOfGraph(graph, sofa, tell), text, tell) }
}

/** What a CAS says of its document. */
function metadataIn({ structures, isKind }: CasGraph): DatasetArticle['metadata'] {
  for (const { type, values } of structures.values()) {
    if (!isKind(type, 'uima.tcas.DocumentAnnotation')) continue
    const [title, language] = [values.get('documentTitle'), values.get('language')]
    return {
      ...(typeof title === 'string' && title !== '' ? { title } : {}),
      ...(typeof language === 'string' && language !== 'x-unspecified' ? { language } : {}),
    }
  }
  return {}
}
