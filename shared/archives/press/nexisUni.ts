import { dateOf } from '../../article/dateOfArticle.ts'
import { Problem } from '../../problems/problem.ts'
import { languageOf } from './languages.ts'
import { type Label, labelOf, pageIn, saysRights } from './nexisLabels.ts'
import { oneLine, type Printed } from './printed.ts'

/** A paragraph of a document of Nexis Uni, and where a link in it leads. */
export interface UniLine {
  readonly words: string
  readonly address?: string
}

const ending =
  /^(?:End of Document|Ende des Dokuments|Fin (?:du|de) document|Fin del documento|Fine del documento|Fim do documento|Einde van (?:het )?document)$/i
const body = /^(?:Body|Text|Texte|Corps|Cuerpo|Texto|Testo|Corpo|Tekst)$/
const classification =
  /^(?:Classification|Klassifizierung|Klassifikation|Clasificaci[oó]n|Classificazione|Classifica[cç][aã]o|Classificatie)$/
const beside = /^(?:Graphic|Grafik|Graphique|Gr[aá]fico|Grafica|Correction|Notes)$/
const counted = /^(?:Documents?|Dokumente?|Documentos?|Documenti|Documenten) ?\((\d+)\)$/

/** How far the first lines of a file may tell that it is such a download, in lines. */
const TELLING = 400

/** Whether lines are those of a download, by its cover with a count of documents, or by an article's head above a line that says “Body”. */
export function isNexisUni(lines: readonly string[]): boolean {
  const first = lines.slice(0, TELLING).map(oneLine)
  const isCover = first.some(words => counted.test(words)) && first.some(words => covers.test(words))
  if (isCover) return true
  const bodyAt = first.findIndex(words => body.test(words))
  const head = first.slice(0, Math.max(0, bodyAt))
  const isNumbered = (words: string) => labelOf(words)?.kind === 'length' && /\d/.test(words)
  return bodyAt > 2 && bodyAt < 40 && head.some(isNumbered) && head.some(words => isDay(words))
}

/** Labels on a cover that nobody writes in an article. */
const covers =
  /^(?:Job Number|Client\/Matter|Auftragsnummer|Mandant\/Angelegenheit|Num[eé]ro de (?:travail|t[aâ]che)|N[uú]mero de trabajo)[ \u00a0]?:/i

/** The documents of a download, each as its lines without its end; one that has no end is cut off. The cover before the first is none. */
export function* documentsIn(
  lines: readonly UniLine[],
): Iterable<{ readonly lines: readonly UniLine[]; readonly isWhole: boolean }> {
  let document: UniLine[] = []
  for (const line of lines.slice(endOfCover(lines))) {
    const words = oneLine(line.words)
    if (ending.test(words)) {
      yield { lines: document, isWhole: true }
      document = []
    } else if (words !== '') document.push(line)
  }
  // Behind the last end stands at most a word or two that were left over.
  if (document.some(({ words }) => body.test(oneLine(words)))) yield { lines: document, isWhole: false }
}

/** Where the first document begins: at the title that the cover's list names first, said again; else behind the last line that a cover has. */
function endOfCover(lines: readonly UniLine[]): number {
  const first = lines.findIndex(({ words }) => body.test(oneLine(words)))
  const cover = lines.slice(0, Math.max(0, first)).map(({ words }) => oneLine(words))
  const countAt = cover.findIndex(words => counted.test(words))
  if (countAt === -1) return 0
  const title = cover
    .slice(countAt)
    .find(words => /^1\.\s*\S/.test(words))
    ?.replace(/^1\.\s*/, '')
  const again = title === undefined ? -1 : cover.findLastIndex((words, i) => i > countAt && words === title)
  return again === -1 ? cover.findLastIndex(words => ofCover.test(words)) + 1 : again
}

const ofCover =
  /^(?:\d+\.\s|(?:Sources?|Quellen?|Fuentes?|Fonti?|Bronnen|Content Type|Narrowed by|Search Type|Search Terms|Client\/Matter)\b.*:|News$|Narrowed by$)/

/** One document: title, outlet and date above its labels, its body, and what stands below it. */
export function uniArticle({
  lines,
  isWhole,
}: {
  readonly lines: readonly UniLine[]
  readonly isWhole: boolean
}): Printed {
  if (!isWhole) throw new Problem('cannot-read', 'The file ends in the middle of this document.')
  const all = lines.map(({ words }) => oneLine(words))
  const bodyAt = all.findIndex(words => body.test(words))
  if (bodyAt === -1) throw new Problem('empty-text', `“${(all[0] ?? '').slice(0, 100)}” has no body.`)
  const tailAt = beginningOfTail(all, bodyAt)
  const head = lines.slice(0, bodyAt)
  const { notes, labels } = tailOf(lines.slice(tailAt))
  const found = [...head.flatMap(({ words }) => labelOf(oneLine(words)) ?? []), ...labels]
  const first = (kind: Label['kind']) => found.find(label => label.kind === kind)?.value

  const unlabelled = head.flatMap(({ words }) => {
    const one = oneLine(words)
    return one === '' || labelOf(one) || filed.test(words.trim()) ? [] : [one]
  })
  const said = unlabelled.filter(words => !saysRights(words))
  const dateAt = said.findIndex((words, i) => i > 0 && isDay(words))
  // Between title and date stands the outlet; rich text breaks a long title into lines.
  const outletAt = dateAt > 1 ? dateAt - 1 : dateAt === 1 ? -1 : 1
  const title = said.slice(0, outletAt > 0 ? outletAt : 1).join(' ')
  const byline = first('byline')
  // Whatever else stands there was printed, save what a field says already.
  const more = said.slice(Math.max(dateAt, outletAt) + 1).filter(words => bare(words) !== bare(byline ?? ''))
  const section = first('section')
  const language = first('language')
  const highlights = found.filter(({ kind }) => kind === 'highlight' || kind === 'dateline').map(({ value }) => value)
  const address = head.find(line => line.address !== undefined)?.address
  return {
    number: numberIn(address),
    fields: {
      title,
      outlet: said[outletAt] ?? null,
      published: dateAt === -1 ? null : dateOf(said[dateAt]!),
      byline: byline ?? null,
      section: section ?? null,
      page: (section && pageIn(section)) ?? null,
      language: language ? languageOf(language) : null,
      address: first('address') ?? address ?? null,
    },
    text: [...more, ...highlights, ...lines.slice(bodyAt + 1, tailAt).map(({ words }) => words.trim())].filter(
      words => words !== '',
    ),
    notes: [...notes, ...unlabelled.filter(saysRights)],
  }
}

/** A label that isn't known, as the database writes them: with a space behind it that doesn't break. */
const filed = /^\p{Lu}[\p{L} -]{2,30}:\u00a0/u

function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function isDay(words: string): boolean {
  return words.length < 160 && (dateOf(words)?.length ?? 0) > 4
}

/** The number that the database gives an article, out of the address of its page. */
function numberIn(address: string | undefined): string {
  return /urn:contentItem:([\w-]+)/i.exec(address ?? '')?.[1] ?? ''
}

/** Where the body ends: at the last “Classification” or “Graphic” alone on its line, or at the first of the labels that end the document. */
function beginningOfTail(all: readonly string[], bodyAt: number): number {
  let start = all.length
  while (start > bodyAt + 1 && endsArticle(all[start - 1]!)) start--
  const classified = all.findLastIndex(words => classification.test(words))
  if (classified > bodyAt) start = Math.min(start, classified)
  const besideAt = all.findLastIndex((words, i) => i > bodyAt && i < start && beside.test(words))
  return besideAt > bodyAt && start - besideAt <= LONGEST_NOTE ? besideAt : start
}

/** Lines of what stood beside an article, at most. */
const LONGEST_NOTE = 40

function endsArticle(words: string): boolean {
  const label = labelOf(words)
  if (!label) return false
  return label.kind === 'loaded' ? isDay(label.value) : label.kind === 'language' || label.kind === 'filing'
}

/** What stood beside the article, a line each below its heading; and the labels that file it. */
function tailOf(lines: readonly UniLine[]): { readonly notes: string[]; readonly labels: Label[] } {
  const notes: string[] = []
  const labels: Label[] = []
  let heading = ''
  for (const words of lines.map(line => oneLine(line.words))) {
    const label = labelOf(words)
    if (beside.test(words)) heading = words.toUpperCase()
    else if (classification.test(words)) heading = ''
    else if (label && label.kind !== 'note') labels.push(label)
    else if (label) notes.push(`${label.name.toUpperCase()}: ${label.value}`)
    else if (heading !== '' && words !== '') notes.push(`${heading}: ${words}`)
  }
  return { notes, labels }
}
