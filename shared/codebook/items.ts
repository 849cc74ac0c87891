import { attributeKey } from '../project/projectEdit.ts'
import type { Attribute, Codebook, LinkType, Question, Reason, Tag } from './codebook.ts'
import { okabeIto } from './colourVision.ts'
import { newId } from './newId.ts'

/** One entry of a codebook. A question is named as edits name it: its tag and its id. */
export type Item = { readonly of: 'tags' | 'attributes' | 'links' | 'reasons'; readonly id: string }

/** A codebook with one tag, question or kind of link changed. */
export function withTag(codebook: Codebook, id: string, change: (tag: Tag) => Tag): Codebook {
  return { ...codebook, tags: codebook.tags.map(tag => (tag.id === id ? change(tag) : tag)) }
}
export function withAttribute(codebook: Codebook, key: string, change: (one: Attribute) => Attribute): Codebook {
  return { ...codebook, attributes: codebook.attributes.map(one => (attributeKey(one) === key ? change(one) : one)) }
}
export function withLink(codebook: Codebook, id: string, change: (link: LinkType) => LinkType): Codebook {
  return { ...codebook, links: codebook.links.map(link => (link.id === id ? change(link) : link)) }
}
export function withReason(codebook: Codebook, id: string, change: (reason: Reason) => Reason): Codebook {
  return withReasons(
    codebook,
    reasonsIn(codebook).map(one => (one.id === id ? change(one) : one)),
  )
}
/** A codebook with these reasons; one without any has no list of them. */
export function withReasons({ reasons: _, ...codebook }: Codebook, reasons: readonly Reason[]): Codebook {
  return reasons.length === 0 ? codebook : { ...codebook, reasons }
}

/** What a codebook calls one of its entries; undefined where it has none of this id. */
export function labelOfItem(codebook: Codebook, item: Item): string | undefined {
  return entryOf(codebook, item)?.label
}

export function entryOf(codebook: Codebook, { of, id }: Item): Tag | Attribute | LinkType | Reason | undefined {
  if (of === 'tags') return codebook.tags.find(tag => tag.id === id)
  if (of === 'attributes') return codebook.attributes.find(one => attributeKey(one) === id)
  if (of === 'links') return codebook.links.find(link => link.id === id)
  return reasonsIn(codebook).find(reason => reason.id === id)
}

/** A codebook with one more entry, and that. */
export interface Added {
  readonly codebook: Codebook
  readonly item: Item
}

const marks = ['solid', 'dotted', 'double', 'wavy', 'brace'] as const

/** A new tag at the end of the others, in a colour and a mark that few have. */
export function addTag(codebook: Codebook, label: string): Added {
  const { tags } = codebook
  const id = newId(label, idsOf(tags), 'tag')
  const tag: Tag = {
    id,
    label,
    key: freeKey(tags),
    colour: rarest(okabeIto, tags, one => one.colour),
    mark: rarest(marks, tags, one => one.mark),
    guidance: '',
    examples: [],
    snap: ['whole-words'],
    entityKinds: [],
  }
  return { codebook: { ...codebook, tags: [...tags, tag] }, item: { of: 'tags', id } }
}

/** A new question at the end of those of a tag. */
export function addAttribute(codebook: Codebook, tag: string, label: string): Added {
  const asked = codebook.attributes.filter(one => one.tag === tag)
  const question = newQuestion(asked, label)
  const added = { ...question, tag, folded: false }
  const after = codebook.attributes.findLastIndex(one => one.tag === tag)
  const attributes = [...codebook.attributes]
  attributes.splice(after === -1 ? attributes.length : after + 1, 0, added)
  return { codebook: { ...codebook, attributes }, item: { of: 'attributes', id: attributeKey(added) } }
}

export function addLink(codebook: Codebook, label: string): Added {
  const id = newId(label, idsOf(codebook.links), 'link')
  const link: LinkType = { id, label, from: [], to: [], attributes: [] }
  return { codebook: { ...codebook, links: [...codebook.links, link] }, item: { of: 'links', id } }
}

export function addReason(codebook: Codebook, label: string): Added {
  const reasons = reasonsIn(codebook)
  const id = newId(label, idsOf(reasons), 'reason')
  return { codebook: withReasons(codebook, [...reasons, { id, label }]), item: { of: 'reasons', id } }
}

/** A new question of another id than these have. */
export function newQuestion(asked: readonly Question[], label: string): Question {
  const taken = new Set(asked.map(one => one.key.toUpperCase()))
  const letters = [...label.toUpperCase()].filter(letter => /^\p{L}$/u.test(letter))
  const key = letters.find(letter => !taken.has(letter)) ?? ''
  return { id: newId(label, idsOf(asked), 'question'), label, kind: 'choice', choices: [], key, guidance: '' }
}

/** A copy of an entry right after it, with all that hangs on it; its key stays with the one it was copied from. */
export function duplicate(codebook: Codebook, item: Item, label: string): Added | null {
  if (item.of === 'tags') {
    const tag = codebook.tags.find(one => one.id === item.id)
    if (!tag) return null
    const { mergedInto, retired, meaningChanged, ...fields } = tag
    const copy = { ...fields, id: newId(label, idsOf(codebook.tags), 'tag'), label, key: '' }
    const asked = codebook.attributes
      .filter(one => one.tag === tag.id)
      .map(({ meaningChanged: _, ...one }) => ({ ...one, tag: copy.id }))
    return {
      codebook: {
        ...codebook,
        tags: after(codebook.tags, tag, copy),
        attributes: [...codebook.attributes, ...asked],
      },
      item: { of: 'tags', id: copy.id },
    }
  }
  if (item.of === 'attributes') {
    const one = codebook.attributes.find(other => attributeKey(other) === item.id)
    if (!one) return null
    const { retired, meaningChanged, ...fields } = one
    const ids = idsOf(codebook.attributes.filter(other => other.tag === one.tag))
    const copy = { ...fields, id: newId(label, ids, 'question'), label, key: '' }
    return {
      codebook: { ...codebook, attributes: after(codebook.attributes, one, copy) },
      item: { of: 'attributes', id: attributeKey(copy) },
    }
  }
  if (item.of === 'reasons') {
    const reasons = reasonsIn(codebook)
    const reason = reasons.find(one => one.id === item.id)
    if (!reason) return null
    const { retired, ...fields } = reason
    const copy = { ...fields, id: newId(label, idsOf(reasons), 'reason'), label }
    return {
      codebook: withReasons(codebook, after(reasons, reason, copy)),
      item: { of: 'reasons', id: copy.id },
    }
  }
  const link = codebook.links.find(one => one.id === item.id)
  if (!link) return null
  const { retired, ...fields } = link
  const copy = { ...fields, id: newId(label, idsOf(codebook.links), 'link'), label }
  return { codebook: { ...codebook, links: after(codebook.links, link, copy) }, item: { of: 'links', id: copy.id } }
}

/** One place earlier (-1) or later (1): tags, links and reasons among all, questions among those of their tag. The same codebook at the end of the way. */
export function move(codebook: Codebook, item: Item, by: 1 | -1): Codebook {
  if (item.of === 'tags') return { ...codebook, tags: moved(codebook.tags, one => one.id === item.id, by) }
  if (item.of === 'links') return { ...codebook, links: moved(codebook.links, one => one.id === item.id, by) }
  if (item.of === 'reasons')
    return withReasons(
      codebook,
      moved(reasonsIn(codebook), one => one.id === item.id, by),
    )
  const one = codebook.attributes.find(other => attributeKey(other) === item.id)
  const attributes = moved(
    codebook.attributes,
    other => other === one,
    by,
    other => other.tag === one?.tag,
  )
  return { ...codebook, attributes }
}

/** A list with one of it moved among those that `counts`. The same list where there is no further. */
export function moved<T>(
  list: readonly T[],
  isIt: (one: T) => boolean,
  by: 1 | -1,
  counts: (one: T) => boolean = () => true,
): readonly T[] {
  const at = list.findIndex(isIt)
  let to = at + by
  while (to >= 0 && to < list.length && !counts(list[to]!)) to += by
  if (at === -1 || to < 0 || to >= list.length) return list
  const others = list.toSpliced(at, 1)
  return others.toSpliced(to, 0, list[at]!)
}

/** Without an entry and all that hangs on it. Nothing may have it any more: see `retire`. */
export function drop(codebook: Codebook, item: Item): Codebook {
  if (item.of === 'attributes')
    return { ...codebook, attributes: codebook.attributes.filter(one => attributeKey(one) !== item.id) }
  if (item.of === 'links') return { ...codebook, links: codebook.links.filter(one => one.id !== item.id) }
  if (item.of === 'reasons')
    return withReasons(
      codebook,
      reasonsIn(codebook).filter(one => one.id !== item.id),
    )
  const without = (ids: readonly string[]) => ids.filter(id => id !== item.id)
  return {
    ...codebook,
    tags: codebook.tags.filter(one => one.id !== item.id),
    attributes: codebook.attributes.filter(one => one.tag !== item.id),
    links: codebook.links.map(link =>
      link.from.includes(item.id) || link.to.includes(item.id)
        ? { ...link, from: without(link.from), to: without(link.to) }
        : link,
    ),
  }
}

/** Offered no more, or offered again. A tag that is offered no more gives its key away. */
export function retire(codebook: Codebook, item: Item, isRetired: boolean): Codebook {
  const change = <T extends { readonly retired?: true }>({ retired: _, ...one }: T) =>
    (isRetired ? { ...one, retired: true } : one) as T
  if (item.of === 'tags') return withTag(codebook, item.id, tag => ({ ...change(tag), key: isRetired ? '' : tag.key }))
  if (item.of === 'attributes') return withAttribute(codebook, item.id, change)
  if (item.of === 'links') return withLink(codebook, item.id, change)
  return withReason(codebook, item.id, change)
}

function reasonsIn({ reasons = [] }: Codebook): readonly Reason[] {
  return reasons
}

function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id)
}

function after<T>(list: readonly T[], one: T, next: T): T[] {
  return list.toSpliced(list.indexOf(one) + 1, 0, next)
}

function freeKey(tags: readonly Tag[]): string {
  const taken = new Set(tags.map(tag => tag.key))
  return [...'123456789'].find(key => !taken.has(key)) ?? ''
}

function rarest<T extends string>(all: readonly T[], tags: readonly Tag[], looksOf: (tag: Tag) => string): T {
  const counts = all.map(one => tags.filter(tag => looksOf(tag) === one).length)
  return all[counts.indexOf(Math.min(...counts))]!
}
