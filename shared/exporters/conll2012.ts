import type { Span } from '../annotation/span.ts'
import type { DatasetAnnotation, DatasetArticle, DatasetLayer } from '../dataset/dataset.ts'
import { type Format, type Part, saysAll } from '../dataset/format.ts'
import { type Bracket, clusterColumn, clustersIn, inBrackets, nestedColumn, nestedIn } from './conll/brackets.ts'
import { type Dialect, type Marked, readConll, type Said, type Tell } from './conll/readConll.ts'
import type { RowDocument } from './conll/rows.ts'
import { inColumn, outOfColumn, sentencesUnder, wordOf } from './conll/sentences.ts'
import { beginSidecars, fileOf, looksLikeSidecar, sidecarPart, stemOf } from './conll/sidecar.ts'

/**
 * CoNLL-2012, for coreference: a line a token; the name of the article, its
 * part, the token's number, the word, seven columns of which we know only the
 * last, what stands over it (`(claim*`, `*)`), and the clusters of what refers
 * to one entity (`(3`, `3)`).
 *
 * ```
 * #begin document (a.txt); part 000
 * a.txt 0 0 Ada - * - - - - (actor) (0)
 * ```
 *
 * Annotations of one entity are a cluster; those of none are in none. Which
 * entity a cluster is stands in the file of the exact texts (`conll/sidecar.ts`).
 * In files of others a mention that no name stands over is tagged `mention`.
 */
export const conll2012: Format = {
  id: 'conll2012',
  extensions: ['conll', 'v4_gold_conll'],
  makes: 'folder',
  says: {
    ...saysAll,
    metadata: 'lost',
    zones: 'lost',
    status: 'lost',
    crossing: ['keep-longest', 'keep-shortest', 'keep-first', 'drop'],
    discontinuous: ['hull', 'parts', 'first-part', 'drop'],
    'cut-words': ['grow', 'drop'],
    'space-at-ends': ['trim', 'drop'],
    attributes: 'lost',
    notes: 'lost',
    links: 'lost',
    frames: 'lost',
  },
  units: [],
  canLeaveTextOut: false,
  keepsIds: false,
  readBy: ['the CoNLL scorer 8.01'],
  write: head => ({ begin: () => beginSidecars(head, 'conll2012'), add: partsOf, end: () => [] }),
  read: (files, choices) => readConll(files, choices, dialect),
  looksLike: begin => /^#begin document /m.test(begin) || looksLikeSidecar(begin, 'conll2012'),
}

function* partsOf(article: DatasetArticle): Generator<Part> {
  const layers = article.layers.map(layer => ({ layer, entities: entitiesOf(layer) }))
  yield sidecarPart(
    article,
    layers.map(({ layer: { annotator }, entities }) => ({ annotator, entities })),
  )
  for (const { layer, entities } of layers)
    yield { file: fileOf(stemOf(article), layer.annotator), data: documentOf(article, layer, entities) }
}

function entitiesOf({ annotations }: DatasetLayer): string[] {
  return [...new Set(annotations.flatMap(({ entity }) => (entity === undefined ? [] : [entity])))]
}

function documentOf(
  { path, text }: DatasetArticle,
  { annotations }: DatasetLayer,
  entities: readonly string[],
): string {
  const name = inBrackets(inColumn(path)).replace(/^#/, '%23')
  const inTurn = [...annotations].sort(outerFirst)
  const lines = [`#begin document (${name}); part 000\n`]
  for (const tokens of sentencesUnder(text, annotations)) {
    const over = rangesOf(tokens, inTurn)
    const kinds = nestedColumn(
      tokens.length,
      over.map(({ one, first, last }) => ({ name: inBrackets(inColumn(one.tag)), first, last })),
    )
    const clusters = clusterColumn(
      tokens.length,
      over.flatMap(({ one: { entity }, first, last }): Bracket[] =>
        entity === undefined ? [] : [{ name: String(entities.indexOf(entity)), first, last }],
      ),
    )
    tokens.forEach((token, i) => {
      lines.push(`${name} 0 ${i} ${wordOf(text, token)} - * - - - - ${kinds[i]} ${clusters[i]}\n`)
    })
    lines.push('\n')
  }
  lines.push('#end document\n')
  return lines.join('')
}

/** By start, the longer first; of those with the same place such as have an entity, so that clusters and kinds are in one order. */
function outerFirst(one: DatasetAnnotation, other: DatasetAnnotation): number {
  const [a, b] = [one.spans[0]!, other.spans[0]!]
  return a.start - b.start || b.end - a.end || Number(one.entity === undefined) - Number(other.entity === undefined)
}

function rangesOf(tokens: readonly Span[], annotations: readonly DatasetAnnotation[]) {
  const starts = new Map(tokens.map(({ start }, i) => [start, i]))
  const ends = new Map(tokens.map(({ end }, i) => [end, i]))
  return annotations.flatMap(one => {
    const [first, last] = [starts.get(one.spans[0]!.start), ends.get(one.spans[0]!.end)]
    return first === undefined || last === undefined ? [] : [{ one, first, last }]
  })
}

const BEGIN = /^#begin document \(?(.*?)\)?(?:; part (\d+))?\s*$/

const dialect: Dialect = {
  marks: {
    begins: words => {
      const [begins, name = '', part = '0'] = BEGIN.exec(words) ?? []
      return begins === undefined ? null : Number(part) === 0 ? name : `${name}-${part}`
    },
    skips: words => words.startsWith('#'),
  },
  open: (isOurs, tell) => document => saidIn(document, isOurs, tell),
  pathIn: mark => (mark === '' ? null : `${mark}.txt`),
}

/** The column of names; the clusters stand in the last. */
const KINDS = 10
/** Fewer columns than those before the word and the clusters are no row. */
const FEWEST = 5

function saidIn({ sentences }: RowDocument, isOurs: boolean, tell: Tell): Said {
  const marked: Marked[] = []
  const words: string[][] = []
  let from = 0
  for (const rows of sentences) {
    const whole = rows.map(({ cells }) => cells.length >= FEWEST)
    const tellAt = (at: number) => tell(rows[at]!.line, 'malformed', rows[at]!.cells.join(' '))
    whole.forEach((is, at) => {
      if (!is) tellAt(at)
    })
    const kinds = nestedIn(
      rows.map(({ cells }) => (cells.length > KINDS + 1 ? cells[KINDS]! : '*')),
      tellAt,
    )
    const mentions = clustersIn(
      rows.map(({ cells }, at) => (whole[at] ? cells.at(-1)! : '-')),
      tellAt,
    )
    const isAt = (one: Bracket) => (other: Bracket) => one.first === other.first && one.last === other.last
    const left = [...mentions]
    const add = (tag: string, { first, last }: Bracket, cluster?: string) =>
      marked.push({
        ...{ tag, first: from + first, last: from + last, line: rows[first]!.line },
        ...(cluster === undefined ? {} : { cluster }),
      })
    for (const kind of kinds) {
      const at = left.findIndex(isAt(kind))
      const cluster = at < 0 ? undefined : left.splice(at, 1)[0]!.name
      add(isOurs ? outOfColumn(kind.name) : kind.name, kind, cluster)
    }
    for (const mention of left) add('mention', mention, mention.name)
    words.push(rows.map(({ cells }) => cells[3] ?? cells[0]!))
    from += rows.length
  }
  return { words, marked }
}
