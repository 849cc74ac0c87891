import { isSame } from '../json/isSame.ts'
import type { Json, JsonObject } from '../json/json.ts'
import type { Project } from './project.ts'
import { allOf, type ProjectEdit, partsOfProjectEdit, type RecordPlace, type SingleProjectEdit } from './projectEdit.ts'

/** A field that was changed here and by somebody else, otherwise. What was made here is kept. */
export interface Contradiction {
  readonly of: RecordPlace
  readonly id: string
  /** The field; '' where one took the whole record away and the other changed it: then it stays, as it was changed. */
  readonly field: string
  /** undefined where it is taken away. */
  readonly ours: Json | undefined
  readonly theirs: Json | undefined
}

export interface Merged {
  /** What was changed here, as an edit of theirs; applied to it already. */
  readonly edit: ProjectEdit
  readonly contradictions: readonly Contradiction[]
}

/**
 * Adds to `theirs` what was changed here since `agreed`, by record and field: a
 * field that only one side touched ends as that side left it. `pending` are the
 * edits that lead from `agreed` to `ours`.
 */
export function mergeProject(
  { agreed, ours, theirs }: { readonly agreed: Project; readonly ours: Project; readonly theirs: Project },
  pending: readonly ProjectEdit[],
): Merged {
  const edits: SingleProjectEdit[] = []
  const contradictions: Contradiction[] = []
  for (const touched of touchedBy(pending).values()) {
    const { of, id } = touched
    const [was, mine, found] = [agreed.record(of, id), ours.record(of, id), theirs.record(of, id)]
    const contradict = (field: string, one: Json | undefined, other: Json | undefined) =>
      contradictions.push({ of, id, field, ours: one, theirs: other })
    if (!mine) {
      if (!found) continue
      if (of !== 'codebook' && isSame(found, was)) edits.push({ kind: 'drop', of, id })
      else contradict('', undefined, found)
      continue
    }
    // They took it away, and here it is as it was.
    if (!found && was && isSame(mine, was)) continue
    if (!found && was) contradict('', mine, undefined)
    const onto = found ?? {}
    const before = found ? (was ?? {}) : {}
    const names = namesOf(before, mine).filter(name => !isSame(at(mine, name), at(before, name)))
    const fields: Record<string, Json | null> = {}
    const nulls: string[] = []
    for (const name of names) {
      const [one, other] = [at(mine, name), at(onto, name)]
      const isTheirs = !isSame(other, at(before, name))
      if (isTheirs && of === 'codebook' && name === 'version') {
        fields[name] = Math.max(Number(one ?? 0), Number(other ?? 0)) + 1
        continue
      }
      if (isSame(one, other)) continue
      if (isTheirs) contradict(name, one, other)
      if (one === null) nulls.push(name)
      else fields[name] = one ?? null
    }
    const moves = touched.at !== undefined && theirs.placeOf(of, id) !== touched.at
    if (names.length === 0 && found && !moves) continue
    edits.push({
      kind: 'set',
      of,
      id,
      fields,
      ...(nulls.length > 0 ? { nulls } : {}),
      ...(moves ? { at: touched.at! } : {}),
    })
  }
  const edit = allOf(edits)
  theirs.apply(edit)
  return { edit, contradictions }
}

interface Touched {
  readonly of: RecordPlace
  readonly id: string
  readonly at: number | undefined
}

/** The records that edits touch, in the order in which they were touched first, each with the place that it was given last. */
function touchedBy(pending: readonly ProjectEdit[]): Map<string, Touched> {
  const touched = new Map<string, Touched>()
  for (const part of pending.flatMap(partsOfProjectEdit)) {
    const key = JSON.stringify([part.of, part.id])
    const at = part.kind === 'set' ? (part.at ?? touched.get(key)?.at) : undefined
    touched.set(key, { of: part.of, id: part.id, at })
  }
  return touched
}

function namesOf(...records: readonly JsonObject[]): string[] {
  return [...new Set(records.flatMap(record => Object.keys(record)))]
}

function at(record: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
