import type { ReadChoices, Untaken } from '../../dataset/format.ts'
import { pairUp, pathPattern } from '../../dataset/pathPattern.ts'
import { Problem } from '../../problems/problem.ts'
import type { Side } from './sideFile.ts'

/** The files of one article. */
export interface ArticleFiles {
  /** What it is called in the dataset. */
  readonly path: string
  readonly split?: string
  /** Several, where each annotator has a copy; none, where the text is elsewhere. */
  readonly texts: string[]
  /** By annotator, in the order of their names. */
  readonly layers: Map<string, string[]>
}

const annotationEnding = /\.(ann|a1|a2)$/

/**
 * Which files belong to which article and annotator: as the side file says, as
 * a person's patterns say, or as brat has them: `a.ann` (`.a1`, `.a2`) beside
 * `a.txt`, or `a_LAYER.ann` where that isn't there. In the order of the names.
 */
export function articleFiles(
  names: readonly string[],
  side: Side,
  choices: Pick<ReadChoices, 'annotator' | 'patterns'>,
  tell: (untaken: Untaken) => void,
): ArticleFiles[] {
  const articles = new Map<string, ArticleFiles>()
  const articleOf = (path: string, split?: string) => {
    const known = articles.get(path) ?? {
      ...{ path, texts: [], layers: new Map<string, string[]>() },
      ...(split === undefined ? {} : { split }),
    }
    articles.set(path, known)
    return known
  }
  const layerOf = ({ layers }: ArticleFiles, annotator: string) => {
    const files = layers.get(annotator) ?? []
    layers.set(annotator, files)
    return files
  }
  if (choices.patterns) byPatterns(choices.patterns)
  else if (side.head) bySide(side.head)
  else byName()
  return [...articles.values()]

  function byPatterns({ text, annotations }: { text: string; annotations: string }): void {
    const paired = pairUp(names, patternOf(text), patternOf(annotations))
    for (const [article, texts] of paired.texts) articleOf(pathOf(article, texts[0]!)).texts.push(...texts)
    for (const { file, article, layer, others } of [...paired.annotations, ...paired.textless]) {
      const text = paired.texts.get(article)?.[0]
      layerOf(articleOf(text ? pathOf(article, text) : `${article}.txt`), layer || choices.annotator).push(file)
      if (others.length > 0)
        tell({ file, line: null, what: article, why: 'twice', detail: others.join(', '), taken: true })
    }
  }

  function bySide({ layout, annotators }: NonNullable<Side['head']>): void {
    const idOf = new Map(annotators.map(({ id, name }) => [name, id]))
    const usual = annotators[0]?.id ?? choices.annotator
    const place = (stem: string) => {
      const known = side.articles.get(stem)
      return articleOf(known?.path ?? `${stem}.txt`, known?.split)
    }
    for (const name of names) {
      const [, whole, ending] = /^(.*)\.(txt|ann)$/s.exec(name) ?? []
      if (whole === undefined) continue
      const slash = layout === 'folders' ? whole.indexOf('/') : -1
      const inFolder = idOf.get(whole.slice(0, Math.max(slash, 0)))
      const low = layout === 'suffix' && ending === 'ann' ? whole.lastIndexOf('_') : -1
      const atEnd = low < 0 ? undefined : idOf.get(whole.slice(low + 1))
      const article = place(inFolder ? whole.slice(slash + 1) : atEnd ? whole.slice(0, low) : whole)
      if (ending === 'txt') article.texts.push(name)
      else layerOf(article, inFolder ?? atEnd ?? usual).push(name)
    }
  }

  function byName(): void {
    const texts = new Set(names.filter(name => name.endsWith('.txt')))
    for (const name of names) {
      if (texts.has(name)) articleOf(name).texts.push(name)
      if (!annotationEnding.test(name)) continue
      const stem = name.replace(annotationEnding, '')
      const isBeside = texts.has(`${stem}.txt`)
      const folder = stem.lastIndexOf('/') + 1
      let low = stem.lastIndexOf('_')
      while (!isBeside && low > folder && !texts.has(`${stem.slice(0, low)}.txt`)) low = stem.lastIndexOf('_', low - 1)
      const isLayer = !isBeside && low > folder && low < stem.length - 1
      const article = articleOf(`${isLayer ? stem.slice(0, low) : stem}.txt`)
      layerOf(article, isLayer ? stem.slice(low + 1) : choices.annotator).push(name)
    }
  }
}

/** An article's name with the ending of its text. */
function pathOf(article: string, text: string): string {
  return /\.[A-Za-z0-9]+$/.test(article) ? article : `${article}${/\.[A-Za-z0-9]+$/.exec(text)?.[0] ?? ''}`
}

function patternOf(pattern: string) {
  const found = pathPattern(pattern)
  if (!found)
    throw new Problem('cannot-read', `A pattern names {article} once, and {layer} at most once: “${pattern}”.`)
  return found
}
