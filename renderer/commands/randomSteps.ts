import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation, AttributeValue } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { zones } from '../../shared/article/article.ts'
import type { Attribute } from '../../shared/codebook/codebook.ts'
import type { SingleProjectEdit } from '../../shared/project/projectEdit.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import type { Desk } from '../state/desk.ts'
import { selectedAnnotation } from '../state/reading.ts'
import { applyFix, fixesHere } from './problems.ts'

/** One thing that a person does, for laws: what, and numbers that say with what. Any numbers are something on any desk. */
export interface Step {
  readonly does: StepName
  readonly a: number
  readonly b: number
  readonly c: number
}

/** What everything that can be undone is made of, and what goes on in between. */
const doings = {
  tag: (desk, { a, b, c }) => {
    const article = articleOf(desk)
    const start = a % article.text.length
    desk.reading.select(null)
    desk.reading.selectText({ start, end: Math.min(article.text.length, start + 1 + (b % 40)) })
    desk.tagging.add(pick(tagsOf(desk), c).id)
  },
  select: (desk, { a }) => {
    const annotation = pick(annotationsOf(desk), a)
    desk.reading.select(annotation.id)
    const { start, end } = pick(annotation.spans, a)
    desk.reading.selectText({ start: start + (a % (end - start)), end: start + (a % (end - start)) })
  },
  retag: (desk, { c }) => desk.tagging.retag(pick(tagsOf(desk), c).id, codebookOf(desk)),
  answer: (desk, { a, b }) => {
    const selected = selectedAnnotation(desk.reading.getState())
    const attribute = pick(
      codebookOf(desk).attributes.filter(({ tag }) => tag === selected?.tag),
      a,
    )
    desk.tagging.setAttribute(attribute.id, valueFor(attribute, b))
  },
  note: (desk, { a, b }) => {
    desk.tagging.writeNote(pick(annotationsOf(desk), a).id, ['', 'A note.', 'Zwei\nZeilen 🐈', '  '][b % 4]!)
    desk.tagging.settle()
  },
  remove: desk => desk.tagging.remove(),
  done: desk => desk.tagging.toggleDone(),
  zone: (desk, { a, b, c }) => {
    const { text } = articleOf(desk)
    const start = a % text.length
    desk.reading.selectText({ start, end: Math.min(text.length, start + (b % 200)) })
    desk.tagging.setZone(pick(zones, c))
  },
  nudge: (desk, { a, b }) => desk.reshaping.nudge(a % 2 ? 'start' : 'end', b % 2 ? 1 : -1, a % 3 ? 'word' : 'grapheme'),
  grow: desk => desk.reshaping.grow(),
  shrink: desk => desk.reshaping.shrink(),
  addPart: (desk, { a, b }) => {
    const { text } = articleOf(desk)
    const start = a % text.length
    desk.reading.selectText({ start, end: Math.min(text.length, start + 1 + (b % 20)) })
    desk.reshaping.addSpan()
  },
  removePart: desk => desk.reshaping.removePart(),
  drag: (desk, { a, b }) => {
    const { id, spans } = pick(annotationsOf(desk), a)
    desk.tagging.reshape(
      id,
      spans.map(span => ({ start: span.start, end: Math.max(span.start + 1, span.end - (b % 9)) })),
    )
  },
  link: (desk, { a, b }) => {
    if (!desk.linking.begin()) return
    const { hints } = desk.linking.getState().mode!
    if (hints.length > 0) desk.linking.choose(pick(hints, a))
    const { made } = desk.linking.getState()
    if (made && b % 2) desk.linking.setMadeWay(pick(made.ways, b))
    if (b % 3) desk.linking.end()
  },
  linkWords: (desk, { a, b, c }) => {
    if (!desk.linking.begin()) return
    const { text } = articleOf(desk)
    const start = a % text.length
    desk.reading.selectText({ start, end: Math.min(text.length, start + 1 + (b % 20)) })
    desk.linking.makeEnd(c % 3 ? (desk.linking.tagOfNewEnd() ?? 'actor') : pick(tagsOf(desk), c).id)
    desk.linking.end()
  },
  retype: (desk, { a, b }) => {
    const link = pick(linksOf(desk), a)
    desk.linking.setWay(link.id, pick(desk.linking.waysOf(link), b))
  },
  answerLink: (desk, { a, b }) => {
    const link = pick(linksOf(desk), a)
    const type = codebookOf(desk).links.find(({ id }) => id === link.type)
    const attribute = pick(type?.attributes ?? [], b)
    desk.linking.setAttribute(link.id, attribute.id, valueFor(attribute, b))
  },
  cue: (desk, { a, b, c }) => {
    const link = pick(linksOf(desk), a)
    const { text } = articleOf(desk)
    const start = b % text.length
    desk.linking.setCue(link.id, c % 4 ? { start, end: Math.min(text.length, start + 1 + (c % 12)) } : null)
  },
  unlink: (desk, { a }) => desk.linking.remove(pick(linksOf(desk), a).id),
  fix: (desk, { a, b }) => {
    const { findings } = desk.findings.getState()
    findings?.work(() => false)
    const finding = pick(findings?.order.all ?? [], a)
    const fixes = fixesHere(desk, finding).filter(({ kind }) => kind === 'edit' || kind === 'tag')
    applyFix(desk, finding, pick(fixes, b), () => {})
  },
  entity: (desk, { a, b, c }) => desk.project.edit(entityEdit(desk, a, b, c)),
  codebook: (desk, { a, b, c }) => desk.project.edit(codebookEdit(desk, a, b, c)),
  never: (desk, { a, b }) => {
    const id = `never-${a % 3}`
    const isThere = desk.project.getState().nevers.has(id)
    if (isThere && b % 2) desk.project.edit({ kind: 'drop', of: 'nevers', id })
    else desk.project.edit({ kind: 'set', of: 'nevers', id, fields: { text: `word ${b % 5}`, tag: 'actor' } })
  },
  /** A new entity and the annotation that refers to it, as one. */
  refer: (desk, { a, b }) => {
    const annotation = pick(annotationsOf(desk), a)
    const id = `entity-${b % 4}`
    desk.reading.editAll([
      { file: 'project', edit: { kind: 'set', of: 'entities', id, fields: { kind: 'person', name: `Name ${b % 7}` } } },
      { file: 'layer', edit: { kind: 'put', annotation: { ...annotation, entity: id } } },
    ])
  },
  /** The same change in every article, here without opening the others. */
  many: async (desk, { a, b, c }) => {
    const tickets = [...desk.workspace.getState().rows.keys()].filter((_, i) => (a >> i) % 2 === 0)
    const changes = tickets.map((article, i) => ({ article, edit: putInAny(desk, b + i, c), seen: null }))
    const project = b % 3 === 0 ? { project: entityEdit(desk, a, b, c) } : {}
    await desk.bulk.record({ title: 'Many', changes, ...project })
  },
  open: async (desk, { a }) => {
    await desk.opening.open(pick([...desk.workspace.getState().rows.keys()], a))
    await desk.reading.getState().article?.filled
  },
  reread: desk => desk.opening.reread(),
  undo: desk => desk.undoing.undo(),
  redo: desk => desk.undoing.redo(),
  wait: desk => desk.recorder.settled(),
} satisfies Record<string, (desk: Desk, step: Step) => unknown>

export type StepName = keyof typeof doings
export const stepNames = Object.keys(doings) as StepName[]

/** Does one thing; nothing where there is nothing to do it with. */
export async function take(desk: Desk, step: Step): Promise<void> {
  try {
    await (doings[step.does] as (desk: Desk, step: Step) => unknown)(desk, step)
  } catch (error) {
    if (!(error instanceof NothingThere)) throw error
  }
}

class NothingThere extends Error {}

function pick<T>(list: readonly T[], number: number): T {
  if (list.length === 0) throw new NothingThere()
  return list[number % list.length]!
}

function articleOf({ reading }: Desk) {
  const { article } = reading.getState()
  if (!article?.canAnnotate) throw new NothingThere()
  return article
}

const annotationsOf = (desk: Desk): Annotation[] => [...articleOf(desk).layer.annotations.values()]
const linksOf = (desk: Desk) => [...articleOf(desk).layer.links.values()]
const codebookOf = (desk: Desk) => desk.workspace.getState().codebook
const tagsOf = (desk: Desk) => codebookOf(desk).tags.filter(tag => tag.mergedInto === undefined)

function valueFor({ kind, choices }: Pick<Attribute, 'kind' | 'choices'>, b: number): AttributeValue | null {
  const ids = choices.map(({ id }) => id)
  if (b % 5 === 0) return null
  if (kind === 'choice') return pick(ids, b)
  if (kind === 'several') return ids.filter((_, i) => (b >> i) % 2 === 1)
  if (kind === 'yes-no') return b % 2 === 1
  if (kind === 'number') return (b % 100) / 4
  return kind === 'date' ? '2031-03' : `text ${b % 3}`
}

function entityEdit(desk: Desk, a: number, b: number, c: number): SingleProjectEdit {
  const id = `entity-${a % 4}`
  const isThere = desk.project.getState().entities.has(id)
  if (isThere && b % 3 === 0) return { kind: 'drop', of: 'entities', id }
  const changes = [
    { name: `Name ${c % 7}` },
    { aliases: [`Alias ${c % 3}`, 'Other'] },
    { roles: [{ title: 'minister', from: '2024-05' }] },
    { mergedInto: `entity-${c % 4}` },
    { note: c % 2 ? 'A note' : null },
  ]
  const fields = isThere ? pick(changes, b) : { kind: 'person', name: `Name ${c % 7}` }
  return { kind: 'set', of: 'entities', id, fields }
}

function codebookEdit(desk: Desk, a: number, b: number, c: number): SingleProjectEdit {
  const { tags, attributes } = codebookOf(desk)
  const tag = pick(tags, a)
  const attribute = pick(attributes, a)
  const edits: SingleProjectEdit[] = [
    { kind: 'set', of: 'tags', id: tag.id, fields: { label: `Label ${c % 5}` } },
    { kind: 'set', of: 'tags', id: tag.id, fields: { snap: c % 2 ? ['whole-words', 'trim-quotes'] : null } },
    { kind: 'set', of: 'tags', id: tag.id, fields: {}, at: c % tags.length },
    {
      ...{ kind: 'set', of: 'tags', id: `tag-${c % 3}`, at: c % tags.length },
      fields: { label: `New ${c % 3}`, key: '', colour: '#336699', mark: 'solid', guidance: '' },
    },
    { kind: 'set', of: 'attributes', id: attributeKey(attribute), fields: { label: `Question ${c % 4}` } },
    { kind: 'set', of: 'codebook', id: codebookOf(desk).id, fields: { rulesOff: c % 2 ? ['inside-a-word'] : null } },
  ]
  return pick(edits, b)
}

/** A new annotation of the first words of an article that may not be open, which all begin alike. */
function putInAny(desk: Desk, b: number, c: number): Edit {
  const at = '2031-04-05T06:07:08.000Z'
  const start = sameStart.indexOf(pick(['stories', 'begin', 'very same'], b))
  return {
    kind: 'put',
    annotation: {
      ...{ id: `many-${b % 50}`, tag: pick(tagsOf(desk), c).id, attributes: {}, origin: { kind: 'manual' } },
      ...{ spans: [makeAnchor(sameStart, { start, end: start + 5 })], created: at, modified: at },
    },
  }
}

/** What every article of a law begins with; anchors of its words look no further. */
export const sameStart =
  'All of these stories begin with the very same words and go on differently, as do most stories that were ever told. '
