import type { DatasetAnnotation, DatasetLayer } from '../shared/dataset/dataset.ts'
import type { News } from './bench/news.ts'
import { writeNews } from './bench/newsFolder.ts'

/** How many articles there are: enough for a month to have a figure. */
export const AGREED_ARTICLES = 6

/**
 * Articles that three people annotated, each with the same differences, so that every figure can be said by hand:
 * Ben ends the actor a word sooner, answers the polarity otherwise and misses the dockers; Cleo takes the walk-out for a claim.
 */
export function writeAgreed(folder: string): void {
  writeNews(folder, AGREED_ARTICLES, article)
}

function article(number: number): News {
  const text = `Harbour notice\n\nNumber ${number}. The mayor said the bridge is safe. Dockers walked out on Monday.\n`
  const on = (words: string, tag: string, attributes = {}): DatasetAnnotation => {
    const start = text.indexOf(words)
    return { id: `${tag} ${words}`, tag, spans: [{ start, end: start + words.length }], attributes }
  }
  const said = (polarity: string) => on('the bridge is safe', 'claim', { polarity })
  const layer = (
    annotator: string,
    annotations: readonly DatasetAnnotation[],
    source: DatasetAnnotation,
  ): DatasetLayer => ({
    ...{ annotator, annotations },
    links: [
      {
        ...{ id: 'said', type: 'attributed-to', from: annotations[0]!.id, to: { annotation: source.id } },
        attributes: {},
      },
    ],
  })
  const mayor = on('The mayor', 'actor')
  const shorter = on('mayor', 'actor')
  const dockers = on('Dockers', 'actor')
  return {
    path: `2031-03-0${number} harbour.txt`,
    text,
    layers: [
      layer('ada', [said('supports'), mayor, dockers, on('walked out', 'event')], mayor),
      layer('ben', [said('opposes'), shorter, on('walked out', 'event')], shorter),
      layer('cleo', [said('supports'), mayor, dockers, on('walked out', 'claim')], mayor),
    ],
  }
}
