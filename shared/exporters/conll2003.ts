import type { DatasetArticle } from '../dataset/dataset.ts'
import { type Format, type Part, saysAll } from '../dataset/format.ts'
import { chunksIn, chunksOf, labelsOf, looksLikeLabel, type Scheme, saysChunk, schemes } from './conll/chunkLabels.ts'
import { type Dialect, type Marked, readConll, type Said, type Tell } from './conll/readConll.ts'
import { cellsOf, type Row, type RowDocument } from './conll/rows.ts'
import { inColumn, outOfColumn, sentencesUnder, wordOf } from './conll/sentences.ts'
import { beginSidecars, fileOf, looksLikeSidecar, sidecarPart, stemOf } from './conll/sidecar.ts'

/**
 * CoNLL-2003: a line a token, an empty line after each sentence, `-DOCSTART-`
 * before each article; word, part of speech, phrase, and the label of whatever
 * stands over it. We know nothing of the second and the third, which are `_`.
 *
 * ```
 * -DOCSTART- -X- O O
 *
 * Ada _ _ B-actor
 * said _ _ O
 * ```
 *
 * Each annotator has files of their own, so that every one of them is what
 * other programs expect. The exact texts stand beside them (`conll/sidecar.ts`).
 */
export const conll2003: Format = {
  id: 'conll2003',
  extensions: ['conll', 'bio', 'iob', 'iob2'],
  makes: 'folder',
  says: {
    ...saysAll,
    metadata: 'lost',
    zones: 'lost',
    status: 'lost',
    overlap: ['keep-longest', 'keep-shortest', 'keep-first', 'drop'],
    discontinuous: ['hull', 'parts', 'first-part', 'drop'],
    'cut-words': ['grow', 'drop'],
    'space-at-ends': ['trim', 'drop'],
    attributes: 'lost',
    entities: 'lost',
    notes: 'lost',
    links: 'lost',
    frames: 'lost',
  },
  units: [],
  canLeaveTextOut: false,
  keepsIds: false,
  options: [{ name: 'scheme', values: schemes }],
  readBy: ['spaCy 3.8', 'NLTK 3.10.3'],
  write: (head, { options }) => {
    const scheme = schemes.find(one => one === options['scheme']) ?? 'IOB2'
    return { begin: () => beginSidecars(head, 'conll2003'), add: article => partsOf(article, scheme), end: () => [] }
  },
  read: (files, choices) => readConll(files, choices, dialect),
  looksLike,
}

function* partsOf(article: DatasetArticle, scheme: Scheme): Generator<Part> {
  yield sidecarPart(
    article,
    article.layers.map(({ annotator }) => ({ annotator })),
  )
  for (const { annotator, annotations } of article.layers) {
    const marked = annotations.map(({ tag, spans: [span] }) => ({ ...span!, label: inColumn(tag) }))
    const lines = ['-DOCSTART- -X- O O\n\n']
    for (const tokens of sentencesUnder(article.text, annotations)) {
      const labels = labelsOf(tokens.length, chunksOf(tokens, marked), scheme)
      tokens.forEach((token, i) => {
        lines.push(`${wordOf(article.text, token)} _ _ ${labels[i]}\n`)
      })
      lines.push('\n')
    }
    yield { file: fileOf(stemOf(article), annotator), data: lines.join('') }
  }
}

const DOCUMENT = /^-DOCSTART-(.*)$/

const dialect: Dialect = {
  marks: {
    begins: words => DOCUMENT.exec(words)?.[1]?.trim() ?? null,
    // A token of `#` has a label; what a comment ends with is none.
    skips: words => words.startsWith('#') && (words.startsWith('#\t') || !looksLikeLabel(cellsOf(words).at(-1)!)),
  },
  open: (isOurs, tell) => {
    let columns: Columns | null = isOurs ? { count: 4, word: 0, labels: [3] } : null
    return document => {
      columns ??= columnsOf(document, tell)
      return saidIn(document, columns, isOurs, tell)
    }
  },
}

/** How many cells a row has, and which are the word and the labels. */
interface Columns {
  readonly count: number
  readonly word: number
  readonly labels: readonly number[]
}

/**
 * The first rows decide: the word is first and the label last; where the rows
 * are numbered (GermEval) the word is second, and two labels follow. What other
 * columns say is told once.
 */
function columnsOf({ sentences }: RowDocument, tell: Tell): Columns {
  const [first, second] = sentences[0] ?? []
  const count = first?.cells.length ?? 0
  const isNumbered = count > 2 && first!.cells[0] === '1' && (second?.cells[0] ?? '2') === '2'
  const word = isNumbered ? 1 : 0
  const labels = isNumbered ? [2, 3].filter(at => at < count) : [count - 1]
  for (let at = word + 1; at < count; at++) {
    const row = sentences.flat().find(({ cells }) => !/^(?:_|-X-|-)?$/.test(cells[at] ?? ''))
    if (!labels.includes(at) && row) tell(row.line, 'unknown-kind', `column ${at + 1}`, row.cells[at])
  }
  return { count, word, labels: count > 1 ? labels : [] }
}

function saidIn({ sentences }: RowDocument, columns: Columns, isOurs: boolean, tell: Tell): Said {
  const marked: Marked[] = []
  const words: string[][] = []
  let from = 0
  for (const rows of sentences) {
    for (const row of rows) if (isRagged(row, columns)) tell(row.line, 'malformed', row.cells.join(' '))
    for (const column of columns.labels) {
      const labels = rows.map(row => (isRagged(row, columns) ? 'O' : row.cells[column]!))
      const chunks = chunksIn(labels, at => tell(rows[at]!.line, 'malformed', rows[at]!.cells.join(' '), labels[at]))
      for (const { label, first, last } of chunks) {
        const tag = isOurs ? outOfColumn(label) : label
        marked.push({ tag, first: from + first, last: from + last, line: rows[first]!.line })
      }
    }
    words.push(rows.map(({ cells }) => cells[columns.word] ?? cells[0]!))
    from += rows.length
  }
  return { words, marked }
}

/** More cells or fewer than the first row, or no column of labels at all: its word is taken, and it has no label. */
function isRagged({ cells }: Row, { count, labels }: Columns): boolean {
  return cells.length !== count || labels.length === 0
}

function looksLike(begin: string): boolean {
  if (looksLikeSidecar(begin, 'conll2003')) return true
  const lines = begin.split(/\r?\n/).slice(0, -1)
  const rows = lines.filter(words => words.trim() !== '' && !dialect.marks.skips(words) && !DOCUMENT.test(words))
  if (rows.length === 0) return lines.some(words => DOCUMENT.test(words))
  const cells = rows.map(cellsOf)
  const isTable = cells.every(({ length }) => length >= 2 && length <= 5)
  return isTable && cells.every(row => looksLikeLabel(row.at(-1)!)) && cells.some(row => saysChunk(row.at(-1)!))
}
