import * as z from 'zod'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { isObject, type JsonObject } from '../json/json.ts'
import { readJson } from '../json/readJson.ts'
import { writeJson } from '../json/writeJson.ts'
import { Problem } from '../problems/problem.ts'
import { Project } from './project.ts'
import { checkProjectFile } from './projectFile.ts'
import { FileCodebook, PROJECT_FORMAT } from './projectSchema.ts'

export const CODEBOOK_FORMAT = 'stet-codebook'
export const CODEBOOK_VERSION = 1

/** A codebook in a file of its own, to be handed to other workspaces. */
export const CodebookFile = z.looseObject({
  format: z.literal(CODEBOOK_FORMAT),
  formatVersion: z.literal(CODEBOOK_VERSION),
  codebook: FileCodebook,
})

/** The codebook that a project has, the default one too, as the text of a file of its own. */
export function writeCodebookFile(project: Project): string {
  const own = project.file()['codebook'] ?? (defaultCodebook as unknown as JsonObject)
  const { codebook } = new Project({ codebook: own }).file()
  return `${writeJson({ format: CODEBOOK_FORMAT, formatVersion: CODEBOOK_VERSION, codebook: codebook! })}\n`
}

/**
 * The codebook in a codebook file, or in the project file of another workspace,
 * as it stands there. Throws Problem `codebook-newer` for a later version, and
 * `codebook-damaged` for anything else that isn't one.
 */
export function readCodebookFile(bytes: Uint8Array): JsonObject {
  const file = parse(bytes)
  const { format, codebook } = file
  if (format !== CODEBOOK_FORMAT && format !== PROJECT_FORMAT) throw damaged('It is neither a codebook nor a project.')
  try {
    checkProjectFile({ formatVersion: file['formatVersion'] ?? null, codebook: codebook ?? null })
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    throw new Problem(cause.kind === 'project-newer' ? 'codebook-newer' : 'codebook-damaged', cause.detail, { cause })
  }
  return codebook as JsonObject
}

function parse(bytes: Uint8Array): JsonObject {
  try {
    const file = readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isObject(file)) return file
  } catch (cause) {
    throw damaged(cause instanceof Error ? cause.message : String(cause), cause)
  }
  throw damaged('It holds no object.')
}

function damaged(detail: string, cause?: unknown): Problem {
  return new Problem('codebook-damaged', detail, { cause })
}
