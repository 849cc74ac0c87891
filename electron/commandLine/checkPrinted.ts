import { words as en } from '../../shared/words/words.ts'
import type { CheckReport, ToldFinding } from './checkReport.ts'

/** So many of a kind are printed for each file. */
const MOST = 10
/** A quote is cut after so many characters. */
const LONGEST_QUOTE = 60

interface Shown {
  readonly hints?: boolean
  readonly all?: boolean
}

/** A report to be read: file by file, errors before warnings, what to do under each kind, and the counts at the end. */
export function printedCheck(
  { findings, counts, checked }: CheckReport,
  { hints = false, all = false }: Shown,
): string {
  const shown = findings.filter(({ severity }) => hints || severity !== 'hint')
  const files = [...new Set(shown.map(({ file }) => file))].sort()
  const parts = files.map(file => [
    file === '' ? en.checking.workspace : file,
    ...ofFile(
      shown.filter(one => one.file === file),
      all,
    ),
    '',
  ])
  const { errors, warnings, hints: hinted } = counts
  return `${[
    ...parts.flat(),
    en.checking.looked(checked),
    en.checking.counts(errors, warnings, hinted),
    ...(hinted > 0 && !hints ? [en.checking.hintsApart] : []),
  ].join('\n')}\n`
}

/** Kind by kind: each sentence once with the places that it is true of, then what to do. */
function ofFile(findings: readonly ToldFinding[], all: boolean): string[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  return kinds.flatMap(kind => {
    const some = findings.filter(one => one.kind === kind)
    const shown = all ? some : some.slice(0, MOST)
    const sentences = [...new Set(shown.map(({ says }) => says))]
    return [
      ...sentences.flatMap(says => ofSentence(shown.filter(one => one.says === says))),
      ...(some.length > shown.length ? [`    ${en.checking.more(some.length - shown.length)}`] : []),
      `    → ${some[0]!.todo}`,
    ]
  })
}

function ofSentence(findings: readonly ToldFinding[]): string[] {
  const { severity, says } = findings[0]!
  const places = findings.map(placeOf).filter(Boolean)
  return [`  ${en.checking.severities[severity]}: ${says.replace(/\s+/g, ' ')}`, ...places.map(place => `    ${place}`)]
}

function placeOf({ line, annotation, link, entity, quote }: ToldFinding): string {
  return [
    line === undefined ? '' : en.checking.line(line),
    annotation === undefined ? '' : en.checking.annotation(annotation),
    link === undefined ? '' : en.checking.link(link),
    entity === undefined ? '' : en.checking.entity(entity),
    quote === undefined ? '' : en.checking.quote(inOneLine(quote)),
  ]
    .filter(Boolean)
    .join('  ')
}

function inOneLine(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line
}
