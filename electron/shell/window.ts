import { BrowserWindow } from 'electron'
import type { Language } from '../../shared/words/languages.ts'
import { type Rectangle, SMALLEST, type WindowPlace } from '../settings/placeWindow.ts'
import { PAGE } from './assets.ts'
import { grounds, preferences } from './preferences.ts'

export interface WindowChoices {
  readonly place: WindowPlace
  readonly preload: string
  readonly dark: boolean
  readonly developing: boolean
  readonly language: Language
}

/**
 * A window that shows our page. It stays hidden until the page is painted, so
 * that nobody sees it white, and has the theme's ground from the start.
 */
export function makeWindow({ place, preload, dark, developing, language }: WindowChoices): BrowserWindow {
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: dark ? grounds.dark : grounds.light,
    webPreferences: preferences(preload, developing),
  })
  window.once('ready-to-show', () => {
    if (place.maximised) window.maximize() // shows it, too
    window.show()
  })
  // The page is as large as the person said; a pinch must not blow it up.
  window.webContents.on('did-finish-load', () => void window.webContents.setVisualZoomLevelLimits(1, 1))
  // The page speaks before it can ask for the settings.
  void window.loadURL(language === 'en' ? PAGE : `${PAGE}?language=${language}`)
  return window
}

/** Where a window stands, to be remembered. */
export function placeOf(window: BrowserWindow): WindowPlace {
  const { x, y, width, height }: Rectangle = window.getNormalBounds()
  return { bounds: { x, y, width, height }, maximised: window.isMaximized() }
}
