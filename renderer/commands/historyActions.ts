import type { Annotation } from '../../shared/annotation/annotation.ts'
import { annotationIn, type FieldName, fieldHistory, fieldOf } from '../../shared/history/fields.ts'
import type { Difference } from '../../shared/history/past.ts'
import { partOf } from '../../shared/history/thing.ts'
import { words as en } from '../../shared/words/words.ts'
import { asNotice } from '../state/asNotice.ts'
import type { Desk } from '../state/desk.ts'
import { selectedAnnotation } from '../state/reading.ts'
import { labelOfField, type Naming, spellField, tellMoment, wordsOf } from '../state/tellMoment.ts'
import { showDrawer, whenThere } from './panes.ts'

/** Shows the history of the open article, and goes to its slider. */
export function openHistory(desk: Desk): void {
  showDrawer(desk, 'history')
  // A history that takes a while to read doesn't take the focus from where the person went meanwhile.
  const { activeElement } = document
  void desk.past.open().then(() => {
    if (document.activeElement === activeElement) whenThere('history-slider', element => element.focus())
  })
}

/** What it takes to put moments of this desk into words. */
export function namingOn({ workspace, entities }: Desk): Naming {
  return { codebook: workspace.getState().codebook, entity: entities.nameOf }
}

/** Looks at a moment, or at the layer as it is now, and says which it is. */
export function goToMoment(desk: Desk, index: number | null): void {
  desk.past.stop()
  desk.past.goTo(index)
  desk.notices.say(momentSentence(desk))
}

/** Which moment is looked at. */
export function momentSentence(desk: Desk): string {
  const { at } = desk.past.getState()
  const past = desk.past.get()
  const moment = at === null ? undefined : past?.moments[at]
  if (!moment) return en.history.saidNow
  const { what, words } = tellMoment(moment, namingOn(desk))
  const told = [what, words && `“${words}”`].filter(Boolean).join(' ')
  const named = moment.version === null ? told : `${en.history.version(moment.version)}, ${told}`
  return en.history.at(named, en.time(moment.at), at! + 1, past!.moments.length)
}

export function backToNow(desk: Desk): void {
  goToMoment(desk, null)
}

/** Makes the whole layer as it stands at the moment that is looked at, shows it and says so. */
export function restoreAllAndSay(desk: Desk): void {
  const { past, notices } = desk
  const { at } = past.getState()
  const moment = at === null ? undefined : past.get()?.moments[at]
  if (!moment || !mayRestore(desk) || !past.restoreAll()) return
  past.goTo(null)
  notices.say(en.history.restoredAll(en.time(moment.at)))
}

/** The same for one of the differences; what is looked at stays the past. */
export function restoreAndSay(desk: Desk, difference: Difference): void {
  const what = nameOfDifference(desk, difference)
  if (!mayRestore(desk) || !desk.past.restore(difference.name)) return
  desk.notices.say(difference.then === null ? en.history.takenOut(what) : en.history.restored(what))
}

/** The same for one field of an annotation. */
export function restoreFieldAndSay(desk: Desk, annotation: Annotation, field: FieldName): void {
  if (!mayRestore(desk) || !desk.past.restoreField(annotation.id, field)) return
  desk.notices.say(en.history.restoredField(labelOfField(field, namingOn(desk)), wordsOf(annotation)))
}

function mayRestore({ reading, notices }: Desk): boolean {
  const isWritable = reading.getState().article?.isWritable ?? false
  if (!isWritable) notices.news(en.history.cannotRestore)
  return isWritable
}

/** What a difference is about: the words of an annotation, or that it is a link or the status. */
export function nameOfDifference(desk: Desk, { name, then, now }: Difference): string {
  const { part } = partOf(name)
  if (part === 'link') return en.history.linkDifference
  if (part === 'status') return en.history.statusDifference
  if (part === 'comment' || part === 'verdict') return en.history[part].difference
  const annotation = (annotationIn(then) ?? annotationIn(now))!
  const { tags } = desk.workspace.getState().codebook
  return `${tags.find(tag => tag.id === annotation.tag)?.label ?? annotation.tag} “${wordsOf(annotation)}”`
}

/** Asks what the version that is looked at is to be called. */
export function nameVersion(desk: Desk): void {
  if (!mayRestore(desk)) return
  showDrawer(desk, 'history')
  void desk.past.open().then(() => desk.past.beginNaming(true))
}

/** Gives the version its name, or takes it away, and says so. */
export async function nameAndSay(desk: Desk, name: string): Promise<void> {
  try {
    await desk.past.name(name)
    desk.past.beginNaming(false)
    desk.notices.say(name === '' ? en.history.unnamed : en.history.named(name))
  } catch (failure) {
    desk.notices.problem(asNotice(failure, 'cannot-save'))
  }
}

/** Who set a field of the selected annotation, when, and what it was. Reads the history where nobody has yet. */
export async function fieldSentence(desk: Desk, field: FieldName): Promise<string> {
  const annotation = selectedAnnotation(desk.reading.getState())
  await desk.past.open()
  const past = desk.past.get()
  if (!annotation || !past) return ''
  const naming = namingOn(desk)
  const label = labelOfField(field, naming)
  const [set] = fieldHistory(past.moments, annotation.id, field)
  if (!set) return (fieldOf(annotation, field) === undefined ? en.history.fieldNever : en.history.fieldUnknown)(label)
  const { moment, was, isFirst } = set
  const before = isFirst ? null : spellField(field, was, naming)
  return en.history.field(label, whoOf(desk, moment), en.time(moment.at), before)
}

/** Who did what a moment tells: the person here is "you". */
export function whoOf(
  { entrance, past }: Desk,
  { kind, who, device }: { kind: string; who: string; device: string },
): string {
  if (kind === 'outside') return en.history.outsider
  const { person } = entrance.getState()
  const name = who === '' || who === person?.name ? en.history.you : who
  return device === past.getState().head?.device ? name : `${name} ${en.history.otherDevice(device)}`
}

/** Says who set the field that has the focus; of the annotation as a whole where none has. */
export async function sayField(desk: Desk): Promise<void> {
  const field = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field']
  if (field !== undefined) {
    desk.notices.news(await fieldSentence(desk, field))
    return
  }
  const annotation = selectedAnnotation(desk.reading.getState())
  await desk.past.open()
  const moment = desk.past
    .get()
    ?.moments.findLast(({ steps }) => steps.some(one => one.name === `annotation ${annotation?.id}`))
  if (!annotation) return
  const told =
    moment &&
    tellMoment(
      { ...moment, steps: moment.steps.filter(one => one.name === `annotation ${annotation.id}`) },
      namingOn(desk),
    )
  desk.notices.news(
    moment && told
      ? en.history.wholeAnnotation(told.what, whoOf(desk, moment), en.time(moment.at))
      : en.history.fieldUnknown(wordsOf(annotation)),
  )
}

/** Asks whether the history is to be shortened, and says what that would do. */
export async function planShortening(desk: Desk): Promise<void> {
  if (!mayRestore(desk)) return
  showDrawer(desk, 'history')
  try {
    await desk.past.open()
    if (!(await desk.past.planShortening())) desk.notices.news(en.history.shortenNothing)
  } catch (failure) {
    desk.notices.problem(asNotice(failure, 'cannot-save'))
  }
}

/** Shortens the history, and says so. */
export async function shortenAndSay(desk: Desk): Promise<void> {
  try {
    const done = await desk.past.shorten()
    desk.notices.news(done ? en.history.shortened(done.dropped) : en.history.shortenNothing)
  } catch (failure) {
    desk.notices.problem(asNotice(failure, 'cannot-save'))
  }
}
