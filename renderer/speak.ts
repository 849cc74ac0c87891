import { directionOf, isLanguage } from '../shared/words/languages.ts'
import { speak } from '../shared/words/words.ts'

// Before anything else of the window: words are read as soon as something is made.
const asked = new URLSearchParams(location.search).get('language') ?? 'en'
const language = isLanguage(asked) ? asked : 'en'
speak(language)
document.documentElement.lang = language
document.documentElement.dir = directionOf(language)
