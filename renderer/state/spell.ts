import type { AttributeValue } from '../../shared/annotation/annotation.ts'
import type { Attribute } from '../../shared/codebook/codebook.ts'
import { words as en } from '../../shared/words/words.ts'

/** A value as a person reads it; one that this version can't edit is shown as it stands in the file. */
export function spell(value: AttributeValue, choices: Attribute['choices'] = []): string {
  if (typeof value === 'boolean') return value ? en.inspector.yes : en.inspector.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return choices.find(choice => choice.id === value)?.label ?? value
  if ('json' in value) return value.json
  return value.map(one => spell(one, choices)).join(', ')
}
