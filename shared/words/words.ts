import { disguise } from './disguise.ts'
import { en } from './en.ts'
import type { Language } from './languages.ts'

/** Every sentence, in whichever language: a translation has the same shape. */
export type Words = typeof en

/**
 * The words of the language that is spoken in this process. They are chosen
 * once, before anything is shown, and read whenever something is drawn.
 */
export let words: Words = en

/** The language that they are of: a page that is made of them says so. */
export let spoken: Language = 'en'

export function speak(language: Language): void {
  spoken = language
  words = language === 'en' ? en : language === 'ar-XB' ? mirror(disguise(en, { rightToLeft: true })) : disguise(en)
}

/** What a translation for readers from right to left says otherwise: which way an arrow points. */
function mirror(disguised: Words): Words {
  const { linking } = disguised
  const kind: Words['linking']['kind'] = (label, backwards) => linking.kind(label, backwards).replace('←', '→')
  return { ...disguised, linking: { ...linking, kind } }
}
