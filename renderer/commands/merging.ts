import type { AttributeValue } from '../../shared/annotation/annotation.ts'
import type { Copy } from '../../shared/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../shared/json/json.ts'
import type { Side } from '../../shared/merging/contradiction.ts'
import type { ShownContradiction } from '../../shared/merging/shownContradiction.ts'
import type { Contradiction } from '../../shared/project/mergeProject.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import { type CopyInHand, waitingCopies } from '../state/merging.ts'
import { spell } from '../state/spell.ts'
import { labelOf } from './labelOf.ts'
import { showDrawer } from './panes.ts'

/** Goes to what has to be decided between two versions of the layer: its own file and what was done here, else the first copy that waits. */
export async function openMerging(desk: Desk): Promise<void> {
  showDrawer(desk, 'merge')
  const { contradictions, copy, isGit } = desk.merging.getState()
  const first = waitingCopies(copiesHere(desk)).find(({ of }) => of === 'layer')
  const hasDisputes = desk.disputes.getState().disputes.length > 0
  const waits = contradictions.length > 0 || copy || isGit || hasDisputes
  if (first && !waits) await lookAtCopy(desk, first)
  else desk.merging.want()
}

/** Shows what merging a copy of the open layer comes to. */
export async function lookAtCopy(desk: Desk, copy: Copy): Promise<void> {
  showDrawer(desk, 'merge')
  if (!desk.reading.getState().article?.isWritable) return
  await desk.merging.look(copy)
  desk.merging.want()
}

/** Leaves a copy as it is, and says so. */
export async function leaveCopy(desk: Desk, inHand: Pick<CopyInHand, 'copy' | 'looked'>): Promise<void> {
  try {
    await desk.merging.leave(inHand)
    desk.notices.say(en.merging.copies.leftSaid)
    desk.stage.page?.focus()
  } catch (failure) {
    desk.fail(failure)
  }
}

/** Brings into the project what a copy of it has and the project lacks, as one step, and says what came of it. */
export async function bringInProject(desk: Desk, copy: Copy): Promise<void> {
  const { ticket } = desk.workspace.getState()
  if (ticket === null) return
  const look = async () => {
    desk.settle()
    await desk.recorder.settled()
    return desk.ask('project.lookAtCopy', { workspace: ticket, copy: copy.ticket })
  }
  try {
    const { edit, added, changed, contradictions } = await look()
    if (edit !== null && !desk.project.edit(JSON.parse(edit) as ProjectEdit)) return
    const otherwise = JSON.parse(contradictions) as Contradiction[]
    desk.notices.news(en.merging.copies.broughtIn(added, changed, otherwise.length))
    if (otherwise.length > 0) {
      desk.disputes.add(otherwise)
      void openMerging(desk)
    }
    // What was refused meanwhile is still to be brought in.
    const left = await look()
    if (left.edit === null) await desk.ask('copy.settle', { article: null, copy: copy.ticket, content: left.content })
  } catch (failure) {
    desk.fail(failure, copy.name)
  }
}

/** Merges what git left in the project file, and shows what both branches changed. */
export async function mergeProject(desk: Desk): Promise<void> {
  const { ticket } = desk.workspace.getState()
  if (ticket === null) return
  try {
    await desk.ask('project.mergeGit', { workspace: ticket })
    desk.notices.say(en.merging.git.merged)
  } catch (failure) {
    desk.fail(failure)
  }
}

/** Leaves a copy of the project as it is, and says so. */
export async function leaveProjectCopy(desk: Desk, copy: Copy): Promise<void> {
  try {
    await desk.ask('copy.settle', { article: null, copy: copy.ticket, content: null })
    desk.notices.say(en.merging.copies.leftSaid)
  } catch (failure) {
    desk.fail(failure, copy.name)
  }
}

/** The copies that sync services left of the open article's files. */
export function copiesHere({ reading, workspace }: Desk): readonly Copy[] | undefined {
  return workspace.getState().rows.get(reading.getState().article?.ticket ?? '')?.copies
}

/** Shows in the text what a contradiction is about. */
export function goToContradiction({ reading }: Desk, { of, id, at, entry }: ShownContradiction): void {
  const { article } = reading.getState()
  const annotation = of === 'links' ? String((entry.theirs ?? entry.ours)?.['from'] ?? '') : id
  if (article?.layer.annotations.has(annotation)) reading.select(annotation)
  if (at) reading.reveal(at)
}

/** Carries out what was decided, and says what came of it. */
export async function carryOut({ fail, merging, notices, stage }: Desk): Promise<void> {
  const { copy, isGit } = merging.getState()
  try {
    const isMerged = await merging.carryOut()
    const { merged, again } = copy ? en.merging.copies : isGit ? en.merging.git : en.merging
    notices.say(isMerged ? merged : again)
    if (isMerged) stage.page?.focus()
  } catch (failure) {
    fail(failure)
  }
}

/** What a contradiction is about: the annotation or link, and which field of it. */
export function nameContradiction(
  desk: Desk,
  { of, field, entry }: ShownContradiction,
): { what: string; field: string } {
  const { tags, attributes, links } = desk.workspace.getState().codebook
  if (of === 'layer') return { what: en.merging.layer, field: en.merging.fields.status }
  const one = (entry.theirs ?? entry.ours)!
  const kind =
    of === 'comments' || of === 'verdicts'
      ? en.merging.remarks[of]
      : of === 'links'
        ? (links.find(({ id }) => id === one['type'])?.label ?? String(one['type']))
        : labelOf(tags, String(one['tag']))
  const attribute = field.startsWith('attributes/') ? field.slice('attributes/'.length) : null
  const label = attribute === null ? undefined : attributes.find(({ id }) => id === attribute)?.label
  const known = en.merging.fields[field as keyof typeof en.merging.fields]
  return {
    what: en.merging.about(kind, quoteIn(of, one)),
    field: label ?? known ?? attribute ?? field,
  }
}

function quoteIn(of: ShownContradiction['of'], one: JsonObject): string {
  if (of === 'annotations') return quoteOf(one)
  return of === 'comments' && typeof one['text'] === 'string' ? plain(one['text']) : ''
}

/** What one side says, as a person reads it. */
export function spellSide(desk: Desk, contradiction: ShownContradiction, side: Side): string {
  const { of, field } = contradiction
  const value = contradiction[side]
  if (field === '')
    return value === undefined ? en.merging.removed : en.merging.kept(wordsOf(contradiction.entry[side]))
  if (value === undefined) return en.merging.unset
  const { tags, attributes, links } = desk.workspace.getState().codebook
  if (of === 'layer') return en.merging.statuses[value as keyof typeof en.merging.statuses] ?? String(value)
  if (of === 'comments' || of === 'verdicts') return plain(value)
  if (field === 'tag') return labelOf(tags, String(value))
  if (field === 'type') return links.find(({ id }) => id === value)?.label ?? String(value)
  if (field === 'entity') return desk.project.getState().project.entities.get(String(value))?.name ?? String(value)
  if (field === 'spans' && isObject(value)) return 'placement' in value ? en.merging.noPlace : quoteOf(value)
  if (field === 'cue' && isObject(value)) return String(value['quote'])
  if (field.startsWith('attributes/')) {
    const choices = attributes.find(({ id }) => field === `attributes/${id}`)?.choices
    return typeof value === 'object' && !Array.isArray(value) ? plain(value) : spell(value as AttributeValue, choices)
  }
  return plain(value)
}

/** As much of a value as stands in a field. */
const SHOWN = 400

function plain(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text
}

function wordsOf(entry: JsonObject | null): string {
  if (!entry) return ''
  return 'spans' in entry ? quoteOf(entry) : ''
}

function quoteOf(entry: JsonObject): string {
  const quote = (entry['spans'] as readonly JsonObject[]).map(span => String(span['quote'])).join(' … ')
  return plain(quote.replace(/\s+/g, ' '))
}
