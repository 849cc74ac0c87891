import type { Annotation } from '../annotation/annotation.ts'
import type { Attribute, Codebook } from '../codebook/codebook.ts'

/** The question of this id that the codebook asks of a tag's annotations; undefined where it asks none. */
export function attributeOf(codebook: Codebook, tag: string, id: string): Attribute | undefined {
  return codebook.attributes.find(attribute => attribute.tag === tag && attribute.id === id)
}

/** Whether nothing is answered. An answer that this version can't read is one. */
export function isUnset({ attributes }: Annotation, id: string): boolean {
  const value = Object.hasOwn(attributes, id) ? attributes[id] : undefined
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
