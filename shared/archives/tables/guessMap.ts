import type { ColumnMap } from '../archive.ts'

type Part = keyof ColumnMap

/** What columns are called that hold a part of an article, in English, French, German and Spanish, the surest first; without marks over letters. */
const names: Readonly<Record<Part, string>> = {
  text: 'text fulltext articletext maintext bodytext body articlebody textbody content articlecontent contents maincontent plaintext cleantext texte textecomplet corps contenu volltext artikeltext inhalt texto textocompleto cuerpo contenido article artikel articulo story transcript document rawtext paragraphs summary abstract description snippet excerpt lead',
  title:
    'title headline articletitle titre titel titulo titular heading hed uberschrift schlagzeile encabezado manchette subject',
  published:
    'publishedat publicationdate published datepublished publishdate publisheddate publishedon pubdate datepublication datedepublication datedeparution parution erscheinungsdatum veroffentlicht veroffentlichtam veroffentlichungsdatum fechadepublicacion fechapublicacion publicado date datetime articledate datum fecha timestamp createdat creationdate day year',
  outlet:
    'outlet publication newspaper publicationname sourcename source sitename journal zeitung quelle fuente medio medium media periodico diario publisher editeur verlag site website domain provider hostname',
  byline:
    'byline author authors auteur auteurs autor autoren autores autora verfasser journalist journalists journaliste periodista writer creator reporter',
  section: 'section rubrique rubrik ressort seccion category categorie categories kategorie categoria desk topic',
  page: 'page pages seite pagina printpage pagenumber',
  language: 'language lang langue sprache idioma lenguaje locale languagecode inlanguage',
  address: 'url link address uri href weburl articleurl sourceurl permalink canonicalurl lien adresse enlace direccion',
  key: 'id guid uuid docid documentid articleid accessionnumber an doi hash kennung identifiant identificador identifier key',
}

/**
 * What each column of a table most likely is, by its name and by what stands
 * in it. A column is one thing only. Where no name says which one holds the
 * text, it is the one with the longest cells.
 */
export function guessMap(columns: readonly string[], sample: readonly (readonly string[])[]): ColumnMap {
  const cellsOf = (column: number) => sample.map(cells => cells[column] ?? '').filter(cell => cell.trim() !== '')
  const taken = new Set<number>()
  const guess: Partial<Record<Part, readonly number[]>> = {}
  for (const part of order) {
    const found = byName(part, columns).find(column => !taken.has(column) && fits(part, cellsOf(column), sample.length))
    const column = found ?? (part === 'text' ? longest(columns, cellsOf, taken) : undefined)
    if (column === undefined) continue
    taken.add(column)
    guess[part] = [column]
  }
  return guess
}

/** Whether a column of this name may hold texts. */
export function isTextName(name: string): boolean {
  return byName('text', [name]).length > 0
}

/** Which part chooses first. */
const order: readonly Part[] = [
  ...(['text', 'title', 'address', 'published', 'byline', 'outlet', 'section', 'page', 'language', 'key'] as const),
]

/** The columns whose name is one for a part, the best first; a name inside another (`meta.author`) counts less. */
function byName(part: Part, columns: readonly string[]): number[] {
  const known = names[part].split(' ')
  const rank = (name: string) => {
    const whole = known.indexOf(bare(name))
    const last = known.indexOf(bare(name.slice(name.lastIndexOf('.') + 1)))
    return whole !== -1 ? whole : last !== -1 ? known.length + last : Number.POSITIVE_INFINITY
  }
  return columns
    .map((name, column) => ({ column, rank: rank(name) }))
    .filter(one => one.rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .map(({ column }) => column)
}

function bare(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

/** Whether what stands in a column speaks against its name. */
function fits(part: Part, cells: readonly string[], rows: number): boolean {
  if (rows === 0) return true
  if (part === 'text') return cells.some(cell => /\s/.test(cell.trim()))
  if (part === 'key') return cells.length === rows && new Set(cells).size === rows
  if (part === 'address') return cells.some(isAddress)
  if (part === 'title') return cells.some(cell => !isAddress(cell) && cell.length < LONGEST_LINE)
  return cells.some(cell => !isAddress(cell) && cell.length < LONGEST_LINE)
}

const LONGEST_LINE = 500
/** Characters that the cells of a column of texts have on average, at least. */
const SHORTEST_TEXT = 200

function isAddress(cell: string): boolean {
  return /^\s*(?:https?:\/\/|www\.)\S+\s*$/i.test(cell)
}

function longest(
  columns: readonly string[],
  cellsOf: (column: number) => string[],
  taken: ReadonlySet<number>,
): number | undefined {
  const lengths = columns.map((_, column) => {
    const cells = cellsOf(column)
    return taken.has(column) || cells.length === 0
      ? 0
      : cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length
  })
  const most = Math.max(0, ...lengths)
  return most >= SHORTEST_TEXT ? lengths.indexOf(most) : undefined
}
