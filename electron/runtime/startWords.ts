import { resolve } from 'node:path'
import { CannotStart } from './cannotStart.ts'

/** What a person asked for after `npm start --`. Paths are whole. */
export interface StartWords {
  readonly folder?: string
  readonly capture?: string
}

export const usage = [
  'npm start                                  open Stet with the sample articles',
  'npm start -- FOLDER                        open Stet with the articles in a folder',
  'npm start -- FOLDER --capture picture.png  write a picture of the window, and end',
] as const

/** Read the words after `npm start --`, with paths as seen from the folder in which they were typed. */
export function readWords(words: readonly string[], calledFrom: string): StartWords {
  const rest = [...words]
  let folder: string | undefined
  let capture: string | undefined
  while (rest.length > 0) {
    const word = rest.shift()!
    if (word === '--capture' || word.startsWith('--capture=')) {
      const file = word === '--capture' ? rest.shift() : word.slice('--capture='.length)
      if (!file || file.startsWith('-')) throw new CannotStart('--capture needs the name of a picture.', usage)
      capture = resolve(calledFrom, file)
    } else if (word.startsWith('-')) {
      throw new CannotStart(`Stet does not know ${word}.`, usage)
    } else if (folder !== undefined) {
      throw new CannotStart('Stet opens one folder at a time.', usage)
    } else {
      folder = resolve(calledFrom, word)
    }
  }
  return { ...(folder === undefined ? {} : { folder }), ...(capture === undefined ? {} : { capture }) }
}

/** The words that start the app: its own folder first, then the switches, then what the person asked for. */
export function appWords(appFolder: string, switches: readonly string[], asked: StartWords): string[] {
  const folder = asked.folder === undefined ? [] : [asked.folder]
  const capture = asked.capture === undefined ? [] : ['--capture', asked.capture]
  return [appFolder, ...switches, ...folder, ...capture]
}

/**
 * The switches an Electron needs in these circumstances. Chromium's sandbox refuses to work for root, and
 * stays on for anyone else; an older Electron does not find Wayland by itself.
 */
export function switchesFor(environment: NodeJS.ProcessEnv, userId: number | undefined): string[] {
  return [
    ...(userId === 0 ? ['--no-sandbox'] : []),
    ...(environment['WAYLAND_DISPLAY'] && !environment['DISPLAY'] ? ['--ozone-platform=wayland'] : []),
  ]
}
