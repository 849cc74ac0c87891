import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../../shared/contract/contract.ts'
import { usualSettings } from '../../shared/contract/usualSettings.ts'
import { isLanguage, type Language } from '../../shared/words/languages.ts'
import type { Rectangle, WindowPlace } from './placeWindow.ts'

/** What a window must know before it can be made. */
export interface Glance {
  readonly theme: Settings['theme']
  readonly language: Language
  readonly place: WindowPlace | null
}

/**
 * Looks into the profile folder for what the first window begins with, before
 * the code is loaded that reads settings as a whole (`openSettings`). Whatever
 * isn't as it should be counts as never said; nothing is thrown or changed.
 */
export function glance(profile: string): Glance {
  const { theme, language } = read(profile, 'settings.json')
  const { place } = read(profile, 'window.json')
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : usualSettings.theme,
    language: typeof language === 'string' && isLanguage(language) ? language : usualSettings.language,
    place: placeOf(place),
  }
}

function read(profile: string, name: string): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(JSON.parse(readFileSync(join(profile, name), 'utf8')))
  } catch {
    return {}
  }
}

function placeOf(kept: unknown): WindowPlace | null {
  const { bounds, maximised } = fieldsOf(kept)
  const { x, y, width, height } = fieldsOf(bounds) as Partial<Record<keyof Rectangle, unknown>>
  const isPlace = [x, y, width, height].every(Number.isInteger) && typeof maximised === 'boolean'
  if (!isPlace || !(Number(width) > 0 && Number(height) > 0)) return null
  return { bounds: { x, y, width, height } as Rectangle, maximised }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
