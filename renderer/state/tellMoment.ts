import { type Annotation, quoteOf } from '../../shared/annotation/annotation.ts'
import { isOpaqueEntry } from '../../shared/annotation/opaque.ts'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { annotationIn, changedFields, type FieldName, type FieldValue, fieldOf } from '../../shared/history/fields.ts'
import type { Moment, Step } from '../../shared/history/moment.ts'
import { partOf, type Thing } from '../../shared/history/thing.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { spell } from './spell.ts'

/** What it takes to put a moment into words. */
export interface Naming {
  readonly codebook: Pick<Codebook, 'tags' | 'attributes'>
  /** What an entity is called; undefined where nobody knows. */
  readonly entity: (id: string) => string | undefined
}

/** What happened, and on which words; '' where it is about none. */
export interface Told {
  readonly what: string
  readonly words: string
}

/** As much of a value as stands in a line. */
const SHOWN = 60

/** Puts a moment into words. */
export function tellMoment(moment: Moment<Thing>, naming: Naming): Told {
  const { kind, steps, from, edits, isKnown } = moment
  const { kinds, andCounts } = en.history
  if (kind === 'begun' || kind === 'torn' || kind === 'broken') return { what: kinds[kind], words: '' }
  if (!isKnown && kind === 'edit') return { what: kinds.unknown, words: '' }
  if (kind === 'edit') return tellSteps(steps, naming)
  const what = kind === 'summed' ? kinds.summed(edits) : from !== null ? kinds.taken : kinds[kind]
  return { what: andCounts(what, tellSteps(steps, naming, true).what), words: '' }
}

function tellSteps(steps: readonly Step<Thing>[], naming: Naming, isCounted = false): Told {
  const annotations = steps.filter(({ name }) => partOf(name).part === 'annotation')
  const [first] = annotations
  if (first && annotations.length === 1 && !isCounted) return tellOne(first, naming)
  if (annotations.length > 0) {
    const added = annotations.filter(({ was }) => was === null).length
    const deleted = annotations.filter(({ now }) => now === null).length
    return { what: en.history.several(added, annotations.length - added - deleted, deleted), words: '' }
  }
  const links = steps.filter(({ name }) => partOf(name).part === 'link')
  if (links.length > 1 || (links.length === 1 && isCounted)) return { what: en.history.links(links.length), words: '' }
  if (links[0]) {
    const { was, now } = links[0]
    return { what: now === null ? en.history.unlinked : was ? en.history.linkChanged : en.history.linked, words: '' }
  }
  for (const part of ['comment', 'verdict'] as const) {
    const [first, ...others] = steps.filter(({ name }) => partOf(name).part === part)
    if (first) return tellRemark(part, first, others.length + 1, isCounted)
  }
  const status = steps[0]?.now
  if (status?.part !== 'status') return { what: '', words: '' }
  const { done, adjudicated, reopened } = en.history
  return { what: status.value === 'done' ? done : status.value === 'adjudicated' ? adjudicated : reopened, words: '' }
}

/** Comments, or verdicts: one with the words that it says. */
function tellRemark(part: 'comment' | 'verdict', { was, now }: Step<Thing>, count: number, isCounted: boolean): Told {
  const say = en.history[part]
  if (isCounted || count > 1) return { what: say.several(count), words: '' }
  const thing = now ?? was
  const words = thing?.part === 'comment' && !isOpaqueEntry(thing.value) ? shorten(thing.value.text) : ''
  return { what: now === null ? say.removed : was ? say.changed : say.made, words }
}

function tellOne({ was, now }: Step<Thing>, naming: Naming): Told {
  const [before, after] = [annotationIn(was), annotationIn(now)]
  const words = wordsOf((after ?? before)!)
  const tag = labelOfTag((after ?? before)!.tag, naming)
  if (!after) return { what: en.history.deleted(tag), words }
  if (!before) return { what: en.history.tagged(tag), words }
  if (was!.part !== now!.part)
    return { what: en.history[now!.part === 'annotation' ? 'placed' : 'setAside'](tag), words }
  const fields = changedFields(before, after)
  const [field] = fields
  if (field !== undefined && fields.length === 1)
    return { what: tellField(field, fieldOf(before, field), fieldOf(after, field), naming), words }
  return {
    what: en.history.changedFields(
      tag,
      fields.map(one => labelOfField(one, naming)),
    ),
    words,
  }
}

/** A field, how it was and how it is then. */
export function tellField(field: FieldName, was: FieldValue, now: FieldValue, naming: Naming): string {
  return en.history.fieldSet(
    labelOfField(field, naming),
    spellField(field, was, naming),
    spellField(field, now, naming),
  )
}

/** What a field is called. */
export function labelOfField(field: FieldName, { codebook }: Naming): string {
  const id = field.startsWith('attributes ') ? field.slice('attributes '.length) : null
  if (id === null) return en.history.fields[field as keyof typeof en.history.fields] ?? field
  return codebook.attributes.find(one => one.id === id)?.label ?? id
}

/** The value of a field as a line shows it. */
export function spellField(field: FieldName, value: FieldValue, naming: Naming): string {
  if (value === undefined) return en.history.unset
  if (field === 'words') return shorten(quoteOf({ spans: value as Annotation['spans'] }))
  if (field === 'tag') return labelOfTag(value as string, naming)
  if (field === 'entity') return naming.entity(value as string) ?? (value as string)
  const choices = naming.codebook.attributes.find(one => field === `attributes ${one.id}`)?.choices ?? []
  return shorten(spell(value as string, choices))
}

function labelOfTag(id: string, { codebook }: Naming): string {
  return codebook.tags.find(tag => tag.id === id)?.label ?? id
}

/** The words of an annotation as a line shows them. */
export function wordsOf(annotation: Pick<Annotation, 'spans'>): string {
  return shorten(quoteOf(annotation))
}

function shorten(text: string): string {
  const flat = withUnseenShown(text.slice(0, SHOWN * 2).replace(/\s+/g, ' '))
  return flat.length > SHOWN ? `${flat.slice(0, SHOWN - 1)}…` : flat
}
