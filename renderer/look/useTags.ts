import { useMemo } from 'react'
import type { Tag } from '../../shared/codebook/codebook.ts'
import { resolveTag } from '../../shared/codebook/migration.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagInk } from './tagInk.ts'

/** A tag as screens show it. */
export interface ShownTag extends Tag {
  readonly ink: string
  readonly tint: string
}

/** The tags that are offered to be chosen. */
export function useOfferedTags(): readonly ShownTag[] {
  const tags = useTags()
  return useMemo(() => tags.filter(isOffered), [tags])
}

/** All tags of the codebook that holds, also those that are offered no more. */
export function useTags(): readonly ShownTag[] {
  const { desk } = useWorkbench()
  const tags = useValue(desk.workspace, state => state.codebook.tags)
  return useMemo(() => tags.map(tag => ({ ...tag, ...tagInk(tag.colour) })), [tags])
}

/** One tag, or what took its place; a grey one of the same id where the codebook doesn't know it. */
export function tagOf(tags: readonly ShownTag[], id: string): ShownTag {
  return tags.find(tag => tag.id === resolveTag(tags, id)) ?? { ...strange, id, label: id }
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
