import { createHash } from 'node:crypto'
import { readHistory } from '../../shared/history/history.ts'
import { textOf } from '../../shared/json/rest.ts'
import { recoverProject } from '../../shared/merging/recoverProject.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { Project } from '../../shared/project/project.ts'
import type { KeptStart } from './takeUp.ts'

/** What a project is taken up from: `stet.json` and this device's history of it, null where there is none. */
export interface ProjectSource {
  readonly file: { readonly bytes: Uint8Array; readonly sha256: string } | null
  readonly history: Uint8Array | null
  /** Whether a person wants merged what git left in the file. */
  readonly mergesGit?: boolean
}

export interface OpenedProject {
  /** The project as JSON text, numbers by their digits as objects; null where nothing is there yet. */
  readonly json: string | null
  /** Why it may not be changed; null where it may. */
  readonly problem: ProblemNotice | null
  /** What a person should know of it, where it may be changed. */
  readonly told: ProblemNotice | null
  /** What was changed here and by somebody else, as the JSON text of an array of `Contradiction`. */
  readonly contradictions: string
  readonly start: KeptStart
}

/** Takes up a project; runs in the worker, since the file may be anybody's bytes. One that can't be read stays untouched. */
export function takeUpProject({ file, history, mergesGit = false }: ProjectSource): OpenedProject {
  const past = readHistory(history ?? new Uint8Array(), sha256)
  const size = history?.byteLength ?? 0
  const end = { size, goodBytes: past.goodBytes, last: past.last, broken: past.damage === 'broken' }
  const told = end.broken ? ({ kind: 'history-damaged', detail: '' } as const) : null
  const start = { sha256: file?.sha256 ?? null, due: false, needsBase: true, putAside: false, history: end }
  try {
    const found = recoverProject(file, past, mergesGit, sha256)
    const { due, needsBase, unconfirmed, putAside, joined, contradictions, isUnfit } = found
    const history = isUnfit ? { ...end, broken: true } : end
    return {
      json: found.file && JSON.stringify(new Project(found.file).file()),
      problem: null,
      told: isUnfit ? { kind: 'history-damaged', detail: '' } : told,
      contradictions: JSON.stringify(contradictions ?? []),
      start: {
        ...start,
        due,
        putAside,
        needsBase: needsBase || history.broken,
        history,
        ...(unconfirmed === undefined ? {} : { unconfirmed }),
        ...(joined ? { joined: { theirs: textOf(joined.theirs), edit: textOf(joined.edit) } } : {}),
      },
    }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return { json: null, problem: { kind: problem.kind, detail: problem.detail }, told, contradictions: '[]', start }
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
