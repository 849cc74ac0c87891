import { resolve } from 'node:path'
import { CannotStart } from '../runtime/cannotStart.ts'

/** What a person asked for after `npm run package --`. Paths are whole. */
export interface PackageWords {
  /** The unpacked folder of an Electron release. */
  readonly runtime: string
  readonly to: string
}

export const usage = [
  'npm run package -- --runtime FOLDER              package Stet with the Electron release unpacked in a folder',
  'npm run package -- --runtime FOLDER --to FOLDER  and put the results there; usually in dist/',
] as const

/** Reads the words after `npm run package --`. Throws `CannotStart` where they say nothing to us. */
export function readPackageWords(
  words: readonly string[],
  { calledFrom, usually }: { readonly calledFrom: string; readonly usually: string },
): PackageWords {
  const said = new Map<string, string>()
  const rest = [...words]
  while (rest.length > 0) {
    const [, name, value] = /^--(runtime|to)(?:=(.*))?$/s.exec(rest[0]!) ?? []
    if (name === undefined) throw new CannotStart(`Packaging does not know ${rest[0]}.`, usage)
    rest.shift()
    const folder = value ?? rest.shift()
    if (!folder || folder.startsWith('-')) throw new CannotStart(`--${name} needs the name of a folder.`, usage)
    said.set(name, resolve(calledFrom, folder))
  }
  const runtime = said.get('runtime')
  if (runtime === undefined) throw new CannotStart('Packaging needs an Electron release to package with.', usage)
  return { runtime, to: said.get('to') ?? usually }
}
