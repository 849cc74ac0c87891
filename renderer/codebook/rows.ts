import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { Item } from '../../shared/codebook/items.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import type { Chosen } from '../state/codebookEditor.ts'

/** One row of the list. */
export interface Row {
  readonly chosen: Chosen
  readonly section: 'tags' | 'links' | 'reasons' | 'all'
  readonly level: 1 | 2
}

/** Tags, under each its questions; kinds of links; reasons for decisions; what concerns the whole codebook. */
export function rowsOf({ tags, attributes, links, reasons = [] }: Codebook): Row[] {
  const ofTags = tags.flatMap(({ id }): Row[] => [
    { chosen: { of: 'tags', id }, section: 'tags', level: 1 },
    ...attributes
      .filter(one => one.tag === id)
      .map((one): Row => ({ chosen: { of: 'attributes', id: attributeKey(one) }, section: 'tags', level: 2 })),
  ])
  const ofLinks = links.map(({ id }): Row => ({ chosen: { of: 'links', id }, section: 'links', level: 1 }))
  const own = reasons.map(({ id }): Row => ({ chosen: { of: 'reasons', id }, section: 'reasons', level: 1 }))
  const ofReasons: Row[] = own.length > 0 ? own : [{ chosen: { of: 'standard' }, section: 'reasons', level: 1 }]
  const ofAll = (['rules', 'older'] as const).map((of): Row => ({ chosen: { of }, section: 'all', level: 1 }))
  return [...ofTags, ...ofLinks, ...ofReasons, ...ofAll]
}

export function isItem(chosen: Chosen): chosen is Item {
  return 'id' in chosen
}

export function rowKey(chosen: Chosen): string {
  return isItem(chosen) ? `${chosen.of}:${chosen.id}` : chosen.of
}
