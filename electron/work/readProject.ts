import type { Codebook } from '../../shared/codebook/codebook.ts'
import { Codebook as CodebookShape } from '../../shared/contract/shapes.ts'
import { isObject, type Json } from '../../shared/json/json.ts'
import { readJson } from '../../shared/json/readJson.ts'
import { Problem } from '../../shared/problems/problem.ts'

/** What of a project file is used so far. `codebook` is null where it brings none of its own. */
export interface Project {
  readonly codebook: Codebook | null
}

/** The newest version of `stet.json` that is understood here. */
const PROJECT_VERSION = 1

/** Reads the bytes of `stet.json`. Throws Problem `project-newer` or `project-damaged`; either way the file stays as it is. */
export function readProject({ bytes }: { readonly bytes: Uint8Array }): Project {
  const file = parse(bytes)
  if (!isObject(file)) throw damaged('It holds no object.')
  const version = file['formatVersion']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw damaged('It does not say which version it is.')
  if (version > PROJECT_VERSION)
    throw new Problem('project-newer', `It has format version ${version}; this is version ${PROJECT_VERSION}.`)
  if (file['codebook'] === undefined) return { codebook: null }
  const codebook = CodebookShape.safeParse(file['codebook'])
  if (!codebook.success) {
    const [issue] = codebook.error.issues
    throw damaged(`Its codebook is wrong at "${issue?.path.join('.') ?? ''}".`)
  }
  return { codebook: codebook.data }
}

function parse(bytes: Uint8Array): Json {
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new Problem('project-damaged', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function damaged(detail: string): Problem {
  return new Problem('project-damaged', detail)
}
