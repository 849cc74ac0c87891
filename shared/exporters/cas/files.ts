import type { DatasetArticle } from '../../dataset/dataset.ts'

/** Whose file it is before anybody has annotated, as INCEpTION has it. */
const NOBODY = 'INITIAL_CAS'

/** The file of a layer, as in INCEpTION's export of a project: a folder for each article, in it a file for each annotator. */
export function fileOf(path: string, annotator: string | null, extension: string): string {
  return `annotation/${path}/${annotator ?? NOBODY}.${extension}`
}

/** The layers that get a file: an article without any has one of nobody. */
export function layersIn({ layers }: DatasetArticle): readonly (DatasetArticle['layers'][number] | null)[] {
  return layers.length > 0 ? layers : [null]
}

/** What a file's name says. */
export interface NamedFile {
  readonly file: string
  readonly path: string
  /** null where the name doesn't say it. */
  readonly annotator: string | null
}

/** The files of an ending, by article: those of one folder of INCEpTION's export belong to one article, every other file is one. */
export function byArticle(names: readonly string[], extension: string): NamedFile[][] {
  const groups = new Map<string, NamedFile[]>()
  for (const file of names) {
    const named = nameOf(file, extension)
    if (named) groups.set(named.path, [...(groups.get(named.path) ?? []), named])
  }
  return [...groups.values()]
}

function nameOf(file: string, extension: string): NamedFile | null {
  if (file === '') return { file, path: 'article.txt', annotator: null }
  if (!file.toLowerCase().endsWith(`.${extension}`)) return null
  const bare = file.slice(0, -extension.length - 1)
  const [, path, annotator] = /^(?:.*?\/)?(?:annotation|curation)\/(.+)\/([^/]+)$/.exec(bare) ?? []
  if (path !== undefined && annotator !== undefined) return { file, path, annotator }
  return { file, path: /\.[A-Za-z0-9]{1,5}$/.test(bare) ? bare : `${bare}.txt`, annotator: null }
}

/** Whether a layer is that of somebody who was there before anybody annotated. */
export function isNobody(annotator: string | null): boolean {
  return annotator === NOBODY
}
