import * as z from 'zod'
import { isObject, type JsonObject } from '../json/json.ts'
import { JsonRefused, readJson } from '../json/readJson.ts'
import { writeJson } from '../json/writeJson.ts'
import { MAX_ENTITIES, MAX_PROJECT_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { keyOf, type Project } from './project.ts'
import { type Collection, type ProjectEdit, partsOfProjectEdit } from './projectEdit.ts'
import { PROJECT_VERSION, ProjectFile, recordShapes } from './projectSchema.ts'

/**
 * The bytes of `stet.json` as a checked value, unknown keys and digits in place.
 *
 * Throws a Problem: `project-newer` for a later version, `project-damaged` for
 * anything else that isn't a project file or couldn't be written back whole.
 */
export function readProjectFile(bytes: Uint8Array): JsonObject {
  if (bytes.byteLength > MAX_PROJECT_BYTES) throw damaged(`It has ${bytes.byteLength} bytes.`)
  try {
    return checkProjectFile(readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as JsonObject)
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw damaged(cause instanceof JsonRefused && cause.why === 'key' ? `${why}.` : why, cause)
  }
}

/** The value itself, once it fits the schema: also for what a history says a project file holds. Throws as `readProjectFile` does. */
export function checkProjectFile(file: JsonObject): JsonObject {
  if (!isObject(file)) throw damaged('It holds no object.')
  const version = file['formatVersion']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw damaged('It does not say which version it is.')
  if (version > PROJECT_VERSION)
    throw new Problem('project-newer', `It has format version ${version}; this is version ${PROJECT_VERSION}.`)
  const result = ProjectFile.safeParse(file)
  if (!result.success) throw damaged(firstOf(result.error))
  refuseTwins(file)
  return file
}

/** A project as the text of its file; the same state gives the same bytes. */
export function writeProjectFile(project: Project): string {
  return `${writeJson(project.file())}\n`
}

/**
 * Whether every record that an edit touched is still what the format asks for,
 * once it has been applied: null, or what is wrong. To be asked before it is kept.
 */
export function misfitIn(project: Project, edit: ProjectEdit): string | null {
  for (const { of, id } of partsOfProjectEdit(edit)) {
    const record = project.record(of, id)
    if (!record) continue
    if (of === 'codebook' && Object.keys(record).length === 0) continue
    const result = recordShapes[of].safeParse(record)
    if (!result.success) return `${of} ${id}: ${firstOf(result.error)}`
    if (of !== 'codebook' && keyOf(of, record) !== id) return `${of} ${id}: it says that it is ${keyOf(of, record)}`
  }
  const counted = Object.entries(most).find(([of, count]) => project.count(of as Collection) > count)
  if (counted) return `${counted[0]}: there are too many`
  return project.count('tags') === 0 ? 'a codebook has a tag at least' : null
}

const most: Readonly<Record<Collection, number>> = {
  tags: 200,
  attributes: 2000,
  links: 500,
  reasons: 500,
  entities: MAX_ENTITIES,
  people: 10_000,
  nevers: MAX_ENTITIES,
  assignments: MAX_ENTITIES,
  rounds: 1000,
  seals: MAX_ENTITIES,
}

/** Two records of one id can't both be held by id, and neither may be dropped. */
function refuseTwins(file: JsonObject): void {
  const book = isObject(file['codebook']) ? file['codebook'] : {}
  for (const of of Object.keys(most) as Collection[]) {
    const records = ((of in recordsOfCodebook ? book : file)[of] ?? []) as readonly JsonObject[]
    const seen = new Set<string>()
    for (const record of records) {
      const key = keyOf(of, record)
      if (seen.has(key)) throw damaged(`Two of its ${of} have the id "${key}".`)
      seen.add(key)
    }
  }
}

const recordsOfCodebook: Partial<Record<Collection, true>> = {
  ...{ tags: true, attributes: true, links: true, reasons: true },
}

function firstOf(error: z.ZodError): string {
  return z.prettifyError(error).split('\n').slice(0, 4).join(' ')
}

function damaged(detail: string, cause?: unknown): Problem {
  return new Problem('project-damaged', detail, { cause })
}
