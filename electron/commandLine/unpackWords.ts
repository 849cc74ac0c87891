import { resolve } from 'node:path'
import { isPattern, nameParts, USUAL_PATTERN } from '../../shared/archives/namePattern.ts'
import { fieldNames } from '../../shared/article/metadata.ts'
import { words as en } from '../../shared/words/words.ts'
import { WrongUsage } from './wrongUsage.ts'

/** What is asked for behind `stet unpack`. Paths are absolute; `into` is inside the workspace. */
export interface AskedUnpack {
  readonly path: string
  readonly to: string
  readonly into: string
  readonly pattern: string
  readonly differing: boolean
  readonly json: boolean
  /** By what they hold, the columns as they were named: by a number from 1, or by what stands above them. */
  readonly columns: ReadonlyMap<ColumnPart, readonly string[]>
}

export const columnParts = ['text', 'key', ...fieldNames] as const
export type ColumnPart = (typeof columnParts)[number]

export interface UnpackOptions {
  readonly to?: string | undefined
  readonly into?: string | undefined
  readonly name?: string | undefined
  readonly column?: readonly string[] | undefined
  readonly differing?: boolean | undefined
  readonly json?: boolean | undefined
}

/** Reads what stands behind `stet unpack ARCHIVE`. Throws `WrongUsage`. */
export function readUnpack(archive: string, options: UnpackOptions, calledFrom: string): AskedUnpack {
  const { to, into = '', name: pattern = USUAL_PATTERN, column = [] } = options
  if (to === undefined) throw new WrongUsage(en.commandLine.noTarget)
  if (!isPattern(pattern))
    throw new WrongUsage(en.commandLine.noPattern(pattern, nameParts.map(part => `{${part}}`).join(' ')))
  const columns = new Map<ColumnPart, readonly string[]>()
  for (const said of column) {
    const [, part, places] = /^([a-z]+)=(.+)$/su.exec(said) ?? []
    if (!columnParts.includes(part as ColumnPart))
      throw new WrongUsage(en.commandLine.noColumn(said, columnParts.join(', ')))
    columns.set(part as ColumnPart, [...(columns.get(part as ColumnPart) ?? []), places!])
  }
  return {
    ...{ path: resolve(calledFrom, archive), to: resolve(calledFrom, to), columns, pattern },
    into: into.replace(/^\.?\/+|\/+$/g, ''),
    ...{ differing: options.differing ?? false, json: options.json ?? false },
  }
}
