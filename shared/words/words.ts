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

export function speak(language: Language): void {
  words = language === 'en' ? en : disguise(en)
}
