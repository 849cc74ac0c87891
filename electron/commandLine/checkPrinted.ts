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
  const files = [...grouped(findings, ({ file }) => file)].sort(([one], [other]) => (one < other ? -1 : 1))
  const parts = files.map(([file, some]) => [file === '' ? en.checking.workspace : file, ...ofFile(some, all), ''])
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
  return [...grouped(findings, ({ kind }) => kind).values()].flatMap(some => {
    const shown = all ? some : some.slice(0, MOST)
    return [
      ...[...grouped(shown, ({ says }) => says).values()].flatMap(ofSentence),
      ...(some.length > shown.length ? [`    ${en.checking.more(some.length - shown.length)}`] : []),
      `    → ${some[0]!.todo}`,
    ]
  })
}

/** In the order in which the first of each came. */
function grouped(findings: readonly ToldFinding[], by: (finding: ToldFinding) => string): Map<string, ToldFinding[]> {
  const groups = new Map<string, ToldFinding[]>()
  for (const finding of findings) {
    const group = groups.get(by(finding))
    if (group) group.push(finding)
    else groups.set(by(finding), [finding])
  }
  return groups
}

function ofSentence(findings: readonly ToldFinding[]): string[] {
  const { severity, says } = findings[0]!
  const places = findings.map(placeOf).filter(Boolean)
  return [`  ${en.checking.severities[severity]}: ${says.replace(/\s+/g, ' ')}`, ...places.map(place => `    ${place}`)]
}

function placeOf({ line, annotation, link, entity, comment, verdict, quote }: ToldFinding): string {
  return [
    line === undefined ? '' : en.checking.line(line),
    annotation === undefined ? '' : en.checking.annotation(annotation),
    link === undefined ? '' : en.checking.link(link),
    entity === undefined ? '' : en.checking.entity(entity),
    comment === undefined ? '' : en.checking.comment(comment),
    verdict === undefined ? '' : en.checking.verdict(verdict),
    quote === undefined ? '' : en.checking.quote(inOneLine(quote)),
  ]
    .filter(Boolean)
    .join('  ')
}

function inOneLine(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line
}
