import { dateOf } from '../../article/dateOfArticle.ts'
import { Problem } from '../../problems/problem.ts'
import { languageOf } from './languages.ts'
import { isLarge, type Label, labelOf, pageIn, saysRights } from './nexisLabels.ts'
import { oneLine, type Printed } from './printed.ts'

/** A part of a document of LexisNexis that stands by itself: a paragraph of a text, or a division of a page with several. */
export type Part = readonly string[]

/** How many parts may stand before the body. */
const HEAD = 18
/** How many paragraphs a note below an article may have. */
const LONGEST_NOTE = 6

interface Labelled {
  readonly paragraphs: Part
  readonly label: Label | null
}

/**
 * An article out of what stands between two counts (“3 of 10 DOCUMENTS”): above
 * its body the outlet, the date and the title, each by its place, and what is
 * labelled; below it what is labelled, and the rights. Throws a Problem where
 * the document was cut off, if `isLast` and documents before it had an end.
 */
export function articleOf(parts: readonly Part[], isCutOff: (below: number) => boolean = () => false): Printed {
  const all = parts.map(labelled)
  const bodyAt = beginningOfBody(all)
  const tailAt = beginningOfTail(all, bodyAt)
  if (isCutOff(all.length - tailAt)) throw new Problem('cannot-read', 'The file ends in the middle of this document.')

  const head = all.slice(0, bodyAt)
  const tail = all.slice(tailAt)
  const unlabelled = head.filter(({ label }) => !label).flatMap(({ paragraphs }) => rightsApart(paragraphs.join('\n')))
  const rights = [...unlabelled, ...tail.filter(({ label }) => !label).map(({ paragraphs }) => paragraphs.join('\n'))]
  const said = unlabelled.filter(words => !saysRights(words))
  const dateAt = said.findIndex((words, i) => i > 0 && words.length < LONGEST_DATE && isDay(words))
  const date = said[dateAt]
  const [outlet, ...titles] = said.filter((_words, i) => i !== dateAt)

  const first = (kind: Label['kind']) => {
    const found = [...head, ...tail].find(({ label }) => label?.kind === kind)
    return found && saidBy(found)
  }
  // A title may begin like a label: “NOTE: the harbour is closed”.
  const likeLabel = head
    .filter(({ label }) => label && !ofHead.has(label.kind))
    .map(({ paragraphs }) => paragraphs.join('\n'))
  const headline = first('headline')
  const [title, ...more] = [
    ...(headline ? [headline] : []),
    ...titles,
    ...(headline || titles.length > 0 ? [] : likeLabel),
  ]
  const section = first('section')
  const language = first('language')
  const inHead = (kind: Label['kind']) => head.filter(({ label }) => label?.kind === kind).flatMap(valuesOf)
  const text = [
    ...more,
    ...inHead('highlight'),
    ...inHead('dateline'),
    ...all.slice(bodyAt, tailAt).flatMap((one, i) => (i === 0 && isBody(one) ? valuesOf(one) : one.paragraphs)),
  ]
  const notes: string[] = []
  for (const one of tail) {
    if (one.label?.kind === 'note') notes.push(`${one.label.name}: ${saidBy(one)}`)
    // What has no label and says no rights belongs to the note above it.
    else if (!one.label && !saysRights(one.paragraphs.join('\n'))) notes.push(`${notes.pop() ?? ''} ${saidBy(one)}`)
  }
  return {
    number: '',
    fields: {
      title: title ?? null,
      outlet: outlet ?? null,
      published: date === undefined ? null : dateOf(date),
      byline: first('byline') ?? null,
      section: section ?? null,
      page: (section && pageIn(section)) ?? null,
      language: language ? languageOf(language) : null,
      address: first('address') ?? null,
    },
    text,
    notes: [...notes, ...rights.filter(saysRights).map(oneLine)],
  }
}

/** Characters of a part that says when an issue came out, and which edition it is. */
const LONGEST_DATE = 160

/** Rights, and what stands below them in the same part: older downloads put the outlet there. */
function rightsApart(words: string): string[] {
  const lines = words.split('\n')
  const last = lines.findLastIndex(line => saysRights(line.trim()))
  return last === -1 || last === lines.length - 1
    ? [words]
    : [
        lines.slice(0, last + 1).join('\n'),
        lines
          .slice(last + 1)
          .join('\n')
          .trim(),
      ]
}

/** Whether words name a month at least: a year alone may stand in a title. */
function isDay(words: string): boolean {
  return (dateOf(words)?.length ?? 0) > 4
}

function labelled(paragraphs: Part): Labelled {
  const label = labelOf(paragraphs[0] ?? '')
  return { paragraphs, label: label && isLarge(label) ? label : null }
}

/** What a label stands before, on one line. */
function saidBy({ paragraphs, label }: Labelled): string {
  return oneLine((label ? [label.value, ...paragraphs.slice(1)] : paragraphs).join(' '))
}

function valuesOf({ paragraphs, label }: Labelled): string[] {
  return [label?.value ?? '', ...paragraphs.slice(1)].filter(words => words !== '')
}

const ofHead: ReadonlySet<string> = new Set(['headline', 'byline', 'section', 'length', 'highlight', 'dateline'])

/** Older downloads have a label before the body. */
function isBody({ label }: Labelled): boolean {
  return label?.kind === 'body'
}

/** Where the body begins: where it says so; else behind the length and the labels around it; where there is no length, behind the title and the labels below it. */
function beginningOfBody(all: readonly Labelled[]): number {
  const labelledAt = all.findIndex((one, at) => at < HEAD && isBody(one))
  if (labelledAt !== -1) return labelledAt
  const isOfHead = (at: number) => ofHead.has(all[at]?.label?.kind ?? '')
  const lengthAt = all.findIndex(({ label }, at) => at < HEAD && label?.kind === 'length' && /\d/.test(label.value))
  let at = lengthAt
  if (at === -1) {
    const firstLabel = all.findIndex((_one, i) => i < HEAD / 2 && isOfHead(i))
    at = firstLabel === -1 ? lastOfTitle(all) : firstLabel
  }
  while (isOfHead(at + 1)) at++
  return at + 1
}

/** The place of the title: the third part that says no rights. */
function lastOfTitle(all: readonly Labelled[]): number {
  let count = 0
  return all.findIndex(({ paragraphs, label }) => !label && !saysRights(paragraphs.join('\n')) && ++count === 3)
}

/** Where what stands below the body begins: the longest end of the document in which everything is labelled, belongs to a note, or says whose the rights are. */
function beginningOfTail(all: readonly Labelled[], bodyAt: number): number {
  let start = all.length
  for (let at = all.length - 1; at >= bodyAt; at--) {
    if (!endsArticle(all[at]!)) {
      const note = noteAbove(all, at, bodyAt)
      if (note === -1) break
      at = note
    }
    start = at
  }
  return start
}

function endsArticle({ paragraphs, label }: Labelled): boolean {
  if (!label) return saysRights(paragraphs.join('\n'))
  if (label.kind === 'loaded') return isDay(label.value)
  return !ofHead.has(label.kind) && label.kind !== 'body'
}

/** The note that a paragraph without a label belongs to; -1 where there is none. */
function noteAbove(all: readonly Labelled[], at: number, bodyAt: number): number {
  for (let i = at - 1; i >= bodyAt && i > at - LONGEST_NOTE; i--) {
    const kind = all[i]!.label?.kind
    if (kind) return kind === 'note' ? i : -1
  }
  return -1
}
