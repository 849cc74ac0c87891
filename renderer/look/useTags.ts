import { useMemo } from 'react'
import type { Tag } from '../../shared/codebook/codebook.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagInk } from './tagInk.ts'

/** A tag as screens show it. */
export interface ShownTag extends Tag {
  readonly ink: string
  readonly tint: string
}

/** All tags of the codebook that holds. */
export function useTags(): readonly ShownTag[] {
  const { desk } = useWorkbench()
  const tags = useValue(desk.workspace, state => state.codebook.tags)
  return useMemo(() => tags.map(tag => ({ ...tag, ...tagInk(tag.colour) })), [tags])
}

/** One tag; a grey one of the same id where the codebook doesn't know it. */
export function tagOf(tags: readonly ShownTag[], id: string): ShownTag {
  return tags.find(tag => tag.id === id) ?? { ...strange, id, label: id }
}

const strange = {
  key: '',
  colour: '#808080',
  mark: 'dotted',
  guidance: '',
  examples: [],
  snap: [],
  entityKinds: [],
  ...tagInk('#808080'),
} as const
