import { isSame } from '../json/isSame.ts'
import { attributeKey } from '../project/projectEdit.ts'
import type { Attribute, Codebook, LinkType, Reason, Tag } from './codebook.ts'
import type { Item } from './items.ts'

/** What a codebook from elsewhere would bring: entries by what they are and how they are called. */
export interface CodebookDifference {
  readonly added: readonly NamedItem[]
  readonly changed: readonly NamedItem[]
  /** What it doesn't have and what is offered here. */
  readonly gone: readonly NamedItem[]
}

export type NamedItem = Item & { readonly label: string }

/** How one codebook differs from another. */
export function codebookDifference(ours: Codebook, theirs: Codebook): CodebookDifference {
  const here = entriesOf(ours)
  const there = entriesOf(theirs)
  const known = new Map(here.map(one => [nameOf(one.item), one]))
  const brought = new Set(there.map(one => nameOf(one.item)))
  const named = (one: Listed): NamedItem => ({ ...one.item, label: one.entry.label })
  return {
    added: there.filter(one => !known.has(nameOf(one.item))).map(named),
    changed: there
      .filter(one => known.has(nameOf(one.item)) && !isSame(known.get(nameOf(one.item))!.entry, one.entry))
      .map(named),
    gone: here.filter(one => !brought.has(nameOf(one.item)) && !one.entry.retired).map(named),
  }
}

/**
 * The codebook after taking up another. What ours has beyond it stays: offered
 * as before with `join`, offered no more with `replace`, so that no annotation
 * is left without its tag. `replace` makes the codebook theirs by id, too.
 */
export function importCodebook(ours: Codebook, theirs: Codebook, how: 'join' | 'replace'): Codebook {
  const both = <T extends Tag | Attribute | LinkType | Reason>(
    own: readonly T[],
    other: readonly T[],
    key: (one: T) => string,
  ) => {
    const brought = new Map(other.map(one => [key(one), one]))
    const extra = own.filter(one => !brought.has(key(one)))
    if (how === 'replace') return [...other, ...extra.map(one => ({ ...one, retired: true as const }))]
    const known = new Set(own.map(key))
    return [...own.map(one => brought.get(key(one)) ?? one), ...other.filter(one => !known.has(key(one)))]
  }
  const reasons = both(ours.reasons ?? [], theirs.reasons ?? [], reason => reason.id)
  return {
    ...(how === 'replace' ? { ...theirs } : { ...ours }),
    tags: both(ours.tags, theirs.tags, tag => tag.id),
    attributes: both(ours.attributes, theirs.attributes, attributeKey),
    links: both(ours.links, theirs.links, link => link.id),
    ...(reasons.length === 0 ? {} : { reasons }),
  }
}

interface Listed {
  readonly item: Item
  readonly entry: Tag | Attribute | LinkType | Reason
}

function entriesOf({ tags, attributes, links, reasons = [] }: Codebook): Listed[] {
  return [
    ...tags.map(entry => ({ item: { of: 'tags', id: entry.id } as const, entry })),
    ...attributes.map(entry => ({ item: { of: 'attributes', id: attributeKey(entry) } as const, entry })),
    ...links.map(entry => ({ item: { of: 'links', id: entry.id } as const, entry })),
    ...reasons.map(entry => ({ item: { of: 'reasons', id: entry.id } as const, entry })),
  ]
}

function nameOf({ of, id }: Item): string {
  return `${of} ${id}`
}
