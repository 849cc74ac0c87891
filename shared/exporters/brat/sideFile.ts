import { isObject, type Json } from '../../json/json.ts'

/**
 * What brat's own files can't say, in a file beside them that our reader takes
 * back, a JSON object a line: whose folder or ending is whose, which name
 * stands behind an id that had to be changed, which article a file is, and
 * which annotations were broken at the ends of lines. What somebody changed in
 * the annotation files since then counts: a line that doesn't fit is passed over.
 *
 * ```json
 * {"format":"stet-brat","formatVersion":1,"layout":"folders","annotators":[{"id":"ada@x.org","name":"ada-x-org"}]}
 * {"tag":"a_b","name":"a b"}
 * {"article":"news/a.html","file":"news/a.html"}
 * {"spans":[[0,20]],"of":"T3","in":"ada-x-org/news/a.html.ann"}
 * ```
 */
export const SIDE_FILE = 'stet-brat.jsonl'

/** Where annotation files stand: beside the texts under their name, in a folder an annotator, or with the annotator at the end of the name. */
export type Layout = 'beside' | 'folders' | 'suffix'

export const nameKinds = ['tag', 'link', 'attribute'] as const
export type NameKind = (typeof nameKinds)[number]

export interface SideHead {
  readonly layout: Layout
  readonly annotators: readonly { readonly id: string; readonly name: string }[]
}

export const headLine = (head: SideHead) => line({ format: 'stet-brat', formatVersion: 1, ...head })
export const nameLine = (kind: NameKind, id: string, name: string) => line({ [kind]: id, name })
export const articleLine = (article: string, file: string, split?: string) =>
  line({ article, file, ...(split === undefined ? {} : { split }) })
/** `spans` count code points. */
export const spansLine = (spans: readonly (readonly [number, number])[], of: string, file: string) =>
  line({ spans, of, in: file })

function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}

/** A side file as it was read. */
export interface Side {
  readonly head: SideHead | null
  /** The name behind an id; the id itself where it wasn't changed. */
  readonly nameOf: (kind: NameKind, id: string) => string
  /** By the file's name without an ending. */
  readonly articles: ReadonlyMap<string, { readonly path: string; readonly split?: string }>
  /** The spans of an annotation of a file, in code points; null where nothing else is said than there. */
  readonly spansOf: (file: string, id: string) => readonly (readonly [number, number])[] | null
}

export const noSide = readSide('')

/** A side file; what in it isn't as it should be is passed over. */
export function readSide(words: string): Side {
  let head: SideHead | null = null
  const names = new Map<string, string>()
  const articles = new Map<string, { path: string; split?: string }>()
  const spans = new Map<string, [number, number][]>()
  for (const line of words.split('\n')) {
    const said = objectIn(line)
    if (!said) continue
    const { article, file, split, name } = said
    if (said['format'] === 'stet-brat') head = headIn(said['layout'], said['annotators'])
    else if (typeof article === 'string' && typeof file === 'string')
      articles.set(file, { path: article, ...(typeof split === 'string' ? { split } : {}) })
    else if (Array.isArray(said['spans']))
      spans.set(`${said['in']}\n${said['of']}`, said['spans'] as [number, number][])
    else if (typeof name === 'string')
      for (const kind of nameKinds) if (typeof said[kind] === 'string') names.set(`${kind} ${said[kind]}`, name)
  }
  return {
    head,
    nameOf: (kind, id) => names.get(`${kind} ${id}`) ?? id,
    articles,
    spansOf: (file, id) => spans.get(`${file}\n${id}`) ?? null,
  }
}

function objectIn(line: string) {
  try {
    const value: Json = JSON.parse(line)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function headIn(layout: Json | undefined, annotators: Json | undefined): SideHead {
  return {
    layout: layout === 'folders' || layout === 'suffix' ? layout : 'beside',
    annotators: (Array.isArray(annotators) ? annotators : []).flatMap(one => {
      if (!isObject(one) || typeof one['id'] !== 'string' || typeof one['name'] !== 'string') return []
      return [{ id: one['id'], name: one['name'] }]
    }),
  }
}
