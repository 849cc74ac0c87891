import type { FieldName } from '../../shared/article/metadata.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'

type Parts = Pick<Desk, 'reading' | 'notices'>

/** A person says what a field of the open article is; saying nothing, or what its file says, takes back what was said before. */
export function sayField(parts: Parts, name: FieldName, words: string): void {
  const { reading, notices } = parts
  const { article } = reading.getState()
  if (!article) return
  const value = words.trim()
  if (value === '' || value === article.opened.found[name]?.value) takeFieldBack(parts, name)
  else {
    reading.edit({ file: 'facts', edit: { kind: 'field', name, to: { value, by: 'person' } } })
    notices.say(en.about.said(en.about.fields[name], value))
  }
}

/** The field is again what the article's file says of it. */
export function takeFieldBack({ reading, notices }: Parts, name: FieldName): void {
  const { article } = reading.getState()
  if (!article?.said.fields.has(name)) return
  reading.edit({ file: 'facts', edit: { kind: 'field', name, to: null } })
  notices.say(en.about.takenBack(en.about.fields[name], article.metadata[name]?.value ?? en.about.nothing))
}
