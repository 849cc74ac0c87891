import type { Tag } from '../../shared/codebook/codebook.ts'
import { resolveTag } from '../../shared/codebook/migration.ts'

/** What a tag is called, or what took its place; its id where the codebook doesn't know it. */
export function labelOf(tags: readonly Tag[], id: string): string {
  return tags.find(tag => tag.id === resolveTag(tags, id))?.label ?? id
}
