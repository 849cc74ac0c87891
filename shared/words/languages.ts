/**
 * The languages that the interface can speak. Only English is one; the other
 * two are English in disguise, for whoever builds or translates Stet: accented
 * and a third longer, and the same from right to left.
 */
export const languages = ['en', 'en-XA', 'ar-XB'] as const
export type Language = (typeof languages)[number]

export function isLanguage(word: string): word is Language {
  return (languages as readonly string[]).includes(word)
}

/** Which way the interface of a language runs. The text of an article has a direction of its own. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar-XB' ? 'rtl' : 'ltr'
}
