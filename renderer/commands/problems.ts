import { quoteOf } from '../../shared/annotation/annotation.ts'
import type { Span } from '../../shared/annotation/span.ts'
import { type CommandId, isAvailable } from '../../shared/commands/commands.ts'
import type { Finding, Fix } from '../../shared/rules/rule.ts'
import { fixesOf } from '../../shared/rules/rules.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { circumstancesOn, type Desk } from '../state/desk.ts'
import { keyOf } from './keyOf.ts'
import { labelOf } from './labelOf.ts'
import { showDrawer } from './panes.ts'

/** How much of a quote one line can show. */
const SHOWN = 160

/** Goes to the problem after or before the caret, round and round, and opens the list at it. */
export function nextProblem(desk: Desk, by: 1 | -1): void {
  const { findings, notices } = desk
  findings.filter(null)
  const all = findings.shown()
  const next = beyond(desk, all, by)
  if (!next) {
    notices.say(findings.getState().isWhole ? en.findings.none : en.findings.looking)
    showDrawer(desk, 'problems')
    return
  }
  showDrawer(desk, 'problems')
  goToProblem(desk, next.finding, next.isRound ? (by > 0 ? en.findings.fromStart : en.findings.fromEnd) : '')
  desk.stage.page?.focus()
}

/** The problem that follows where a person is: after the one they went to last, else after the caret. */
function beyond({ findings, reading }: Desk, all: readonly Finding[], by: 1 | -1) {
  if (all.length === 0) return undefined
  const { selection, article } = reading.getState()
  const current = findings.current()
  const caret = selection?.start ?? article?.place ?? 0
  const isThere = current && current.place.start <= caret && caret <= current.place.end
  const order = findings.getState().findings!.order
  const at = isThere ? order.placeOf(current) : order.firstFrom(caret)
  const found = by > 0 ? all[isThere && all[at] === current ? at + 1 : at] : all[at - 1]
  return { finding: found ?? all.at(by > 0 ? 0 : -1)!, isRound: found === undefined }
}

/** Selects what a problem is about, brings it into view, and says what it is and which key mends it. */
export function goToProblem(desk: Desk, finding: Finding, before = ''): void {
  const { reading, findings, notices } = desk
  findings.goTo(finding)
  reading.select(finding.annotation ?? null)
  const { start } = finding.place
  reading.selectText(finding.annotation === undefined ? { ...finding.place } : { start, end: start })
  reading.reveal(finding.place)
  const all = findings.shown()
  const what = en.findings.said(
    en.findings.rulesById[finding.rule].title,
    quoteIn(desk, finding),
    findings.rankOf(finding) + 1,
    all.length,
  )
  notices.say([before, what, wayOut(desk, finding)].filter(Boolean).join(' '))
}

function wayOut(desk: Desk, finding: Finding): string {
  const fixes = fixesHere(desk, finding)
  const key = keyOf(desk, 'problems.fix')
  if (fixes.length === 0) return ''
  return fixes.length === 1 ? en.findings.saidFix(titleOfFix(desk, fixes[0]!), key) : en.findings.saidFixes(key)
}

/** The words that a problem is about, as far as a line shows them. */
export function quoteIn({ reading }: Desk, { annotation, rule, place }: Finding): string {
  const { article } = reading.getState()
  const own = rule === 'one-character-apart' ? undefined : article?.present.annotations.get(annotation ?? '')
  const quote = own ? quoteOf(own) : (article?.text.slice(place.start, Math.min(place.end, place.start + SHOWN)) ?? '')
  const flat = quote.slice(0, SHOWN).replace(/\s+/g, ' ')
  const shown = withUnseenShown(flat)
  return own || place.end - place.start <= SHOWN ? shown : `${shown}…`
}

/** The ways out of a problem that there are here: none where the layer can't be changed. */
export function fixesHere({ findings, reading }: Desk, finding: Finding): readonly Fix[] {
  const view = findings.getState().findings?.view
  if (!view || !reading.getState().article?.canAnnotate) return []
  return fixesOf(view, finding).filter(fix => fix.kind !== 'link' || commandFor(fix) !== undefined)
}

/** What a way out is called. */
export function titleOfFix({ workspace }: Desk, fix: Fix): string {
  const titles = en.findings.fixTitles
  const { tags, attributes } = workspace.getState().codebook
  switch (fix.kind) {
    case 'edit': {
      const title = titles[fix.what]
      return typeof title === 'string' ? title : title(fix.label)
    }
    case 'tag':
      return titles.tag(labelOf(tags, fix.tag))
    case 'attribute':
      return titles.attribute(attributes.find(one => one.id === fix.attribute)?.label ?? fix.attribute)
    default:
      return titles[fix.kind]
  }
}

/** The quick fix of the problem at hand: the only way out at once, several to choose from. */
export function fixProblem(desk: Desk, run: (id: CommandId) => void): void {
  const finding = problemAtHand(desk)
  if (!finding) {
    desk.notices.news(en.findings.noneHere)
    return
  }
  desk.findings.goTo(finding)
  const fixes = fixesHere(desk, finding)
  if (fixes.length === 0) desk.notices.news(en.findings.noFix)
  else if (fixes.length === 1) applyFix(desk, finding, fixes[0]!, run)
  else {
    desk.reading.select(finding.annotation ?? null)
    desk.dialogs.pick('fix')
  }
}

/** The problem that a person went to last if they are still there, else the first one where the caret or the selection is. */
function problemAtHand({ findings, reading }: Desk): Finding | undefined {
  const { selected, selection, article } = reading.getState()
  const caret = selection ?? { start: article?.place ?? 0, end: article?.place ?? 0 }
  const isHere = ({ annotation, place }: Finding) =>
    annotation === undefined ? meets(place, caret) : selected === null ? meets(place, caret) : annotation === selected
  const current = findings.current()
  if (current && isHere(current)) return current
  return findings.getState().findings?.order.all.find(isHere)
}

function meets(place: Span, caret: Span): boolean {
  return place.start <= caret.end && caret.start <= place.end
}

/** Says that a problem is right as it is, or lists it with the others again where that was said before. */
export function dismissProblem({ findings, notices }: Desk, finding: Finding): void {
  const isRight = !findings.isDismissed(finding)
  findings.dismiss(finding, isRight)
  notices.say(isRight ? en.findings.dismissed : en.findings.listedAgain)
}

/** Does what a way out says, as one undo. */
export function applyFix(desk: Desk, finding: Finding, fix: Fix, run: (id: CommandId) => void): void {
  const { reading, notices, dialogs, tagging } = desk
  dialogs.close()
  tagging.settle()
  reading.select(finding.annotation ?? null)
  switch (fix.kind) {
    case 'edit': {
      reading.edit({ file: 'layer', edit: fix.edit(new Date().toISOString()) })
      notices.say(en.findings.fixed[fix.what])
      return
    }
    case 'tag': {
      // The words as the tag's rules want them: nothing is left to snap, and tagging them is one undo.
      reading.selectText(tagging.snapFor(fix.tag, fix.words)?.span ?? fix.words)
      const annotation = tagging.add(fix.tag)
      const label = labelOf(desk.workspace.getState().codebook.tags, fix.tag)
      if (annotation) notices.say(en.said.added(label, quoteOf(annotation).slice(0, SHOWN)))
      else notices.news(en.news.nothingToTag)
      return
    }
    case 'attribute':
      dialogs.pick('attribute', fix.attribute)
      return
    case 'retag':
      reading.selectText(null)
      dialogs.pick('tag')
      return
    default: {
      const command = commandFor(fix)
      // What comes then is chosen by keys that the text hears.
      if (fix.kind === 'link') desk.stage.page?.focus()
      if (command && isAvailable(command, circumstancesOn(desk))) run(command)
      else notices.news(en.findings.noFix)
    }
  }
}

/** The command that links, or refers to an entity. */
function commandFor({ kind }: Fix): CommandId | undefined {
  if (kind === 'link') return 'link.begin'
  return kind === 'entity' ? 'entity.choose' : undefined
}
