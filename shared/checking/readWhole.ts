import type { ZodType } from 'zod'
import type { Json, JsonObject } from '../json/json.ts'
import { isObject } from '../json/json.ts'
import { readJson } from '../json/readJson.ts'
import { hasGitMarkers } from '../merging/gitConflict.ts'
import { Problem } from '../problems/problem.ts'
import type { Finding } from './finding.ts'

/** A file as it was found: what it holds, where it can be looked at any further, and what is wrong with it as a whole. */
export interface FoundFile {
  readonly file: JsonObject | null
  readonly findings: readonly Finding[]
}

/** A kind of file, as looking closer at one that was refused needs to know it. */
interface KindOfFile {
  /** Throws a Problem where the bytes are none of the kind. */
  readonly read: (bytes: Uint8Array) => JsonObject
  readonly shape: ZodType
  /** Things of one list that share an id, in a file that fits the shape. */
  readonly twins: (file: JsonObject) => readonly Omit<Finding, 'kind' | 'file'>[]
}

/** So many places of a file that doesn't fit are named. */
const MOST_PLACES = 20

/** Reads a file as the program does, and where it is refused says where and why. One with twins alone can be looked at further. */
export function readWhole(name: string, bytes: Uint8Array, kind: KindOfFile): FoundFile {
  const found = (one: Omit<Finding, 'file'>): Finding => ({ ...one, file: name })
  if (hasGitMarkers(bytes)) {
    const before = new TextDecoder().decode(bytes).split(/^<<<<<<< /m, 1)[0]!
    return { file: null, findings: [found({ kind: 'git-conflict', about: '', line: lineAt(before, before.length) })] }
  }
  try {
    return { file: kind.read(bytes), findings: [] }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    const { detail } = problem
    if (problem.kind.endsWith('-newer'))
      return { file: null, findings: [found({ kind: 'newer-version', about: detail })] }
    const text = new TextDecoder().decode(bytes)
    const value = parsed(text)
    if (typeof value === 'number')
      return { file: null, findings: [found({ kind: 'damaged', about: detail, line: lineAt(text, value) })] }
    const fit = isObject(value) ? kind.shape.safeParse(value) : null
    if (isObject(value) && fit?.success) {
      const twins = kind.twins(value)
      if (twins.length > 0) return { file: value, findings: twins.map(one => found({ ...one, kind: 'two-of-one-id' })) }
    }
    const issues = fit?.error?.issues ?? []
    if (issues.length === 0 || !isObject(value))
      return { file: null, findings: [found({ kind: 'damaged', about: detail })] }
    const places = issues
      .slice(0, MOST_PLACES)
      .map(({ path, message }) =>
        found({ kind: 'damaged', about: `${path.join('.')}: ${message}`, ...owner(value, path) }),
      )
    return { file: null, findings: places }
  }
}

/** The value, or the offset at which the text is no JSON any more. */
function parsed(text: string): Json | number {
  try {
    return readJson(text)
  } catch (error) {
    const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? []
    return position === undefined ? text.trimEnd().length : Number(position)
  }
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

const owners = {
  ...{ annotations: 'annotation', unplaced: 'annotation', links: 'link', entities: 'entity' },
  ...{ comments: 'comment', verdicts: 'verdict' },
} as const

/** Whose place in the file a path is: the annotation's, the link's, the entity's … */
function owner(
  file: JsonObject,
  [list, index]: readonly PropertyKey[],
): Pick<Finding, 'annotation' | 'link' | 'entity' | 'comment' | 'verdict'> {
  const of = owners[list as keyof typeof owners]
  const things = file[list as string]
  const thing = Array.isArray(things) ? (things as readonly Json[])[index as number] : undefined
  const id = isObject(thing) ? thing['id'] : undefined
  return of !== undefined && typeof id === 'string' ? { [of]: id } : {}
}
