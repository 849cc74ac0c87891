import type { Tag } from '../../shared/codebook/codebook.ts'

/** What a tag is called; its id where the codebook doesn't know it. */
export function labelOf(tags: readonly Tag[], id: string): string {
  return tags.find(tag => tag.id === id)?.label ?? id
}
