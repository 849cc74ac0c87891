import { createStore } from 'zustand/vanilla'
import { isSame } from '../../shared/json/isSame.ts'
import type { Json, JsonObject } from '../../shared/json/json.ts'
import type { Side } from '../../shared/merging/contradiction.ts'
import type { Contradiction } from '../../shared/project/mergeProject.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { ProjectStore } from './project.ts'

/** A field of the project that was changed here and by somebody else, and what a person calls the record that has it. */
export interface Dispute extends Contradiction {
  readonly name: string
}

interface Parts {
  readonly project: Pick<ProjectStore, 'getState' | 'describe'>
  /** Makes an edit of the project, as one undo; false where it can't be changed. */
  readonly edit: (edit: ProjectEdit) => boolean
}

/**
 * What was changed here and by somebody else in the project, until a person has looked at it. One side stands in the
 * project from the beginning; taking the other is an edit like any other.
 */
export function makeDisputes({ project, edit }: Parts) {
  const store = createStore<{ readonly disputes: readonly Dispute[]; readonly seen: ReadonlySet<string> }>(() => ({
    disputes: [],
    seen: new Set(),
  }))
  const { getState, setState } = store

  return {
    ...store,
    /** How many nobody has said anything about yet. */
    open: () => getState().disputes.length - getState().seen.size,
    /** The same field again takes the place of what was told of it before. */
    add(told: readonly Contradiction[]): void {
      const come = told.map(one => ({
        ...one,
        name: one.of === 'codebook' ? one.of : project.describe(one.of, one.id),
      }))
      const again = new Set(come.map(disputeKey))
      setState(({ disputes, seen }) => ({
        disputes: [...disputes.filter(one => !again.has(disputeKey(one))), ...come],
        seen: new Set([...seen].filter(key => !again.has(key))),
      }))
    },
    /** Which side stands in the project now; null where it says something else by now. */
    standing(one: Dispute): Side | null {
      const record = project.getState().project.record(one.of, one.id)
      const now = one.field === '' ? record : fieldOf(record, one.field)
      if (one.field === '') return now === undefined ? (one.ours === undefined ? 'ours' : 'theirs') : definedSide(one)
      return isSame(now, one.ours) ? 'ours' : isSame(now, one.theirs) ? 'theirs' : null
    },
    /** A person says which side it is. */
    decide(one: Dispute, side: Side): void {
      if (this.standing(one) !== side && !edit(editTo(one, one[side]))) return
      setState(({ seen }) => ({ seen: new Set([...seen, disputeKey(one)]) }))
    },
    forget: () => setState({ disputes: [], seen: new Set() }),
  }
}

export type DisputesStore = ReturnType<typeof makeDisputes>

/** What names a dispute. */
export function disputeKey({ of, id, field }: Pick<Dispute, 'of' | 'id' | 'field'>): string {
  return JSON.stringify([of, id, field])
}

function definedSide({ ours }: Dispute): Side {
  return ours === undefined ? 'theirs' : 'ours'
}

function fieldOf(record: JsonObject | undefined, field: string): Json | undefined {
  return record && Object.hasOwn(record, field) ? record[field] : undefined
}

function editTo({ of, id, field }: Dispute, value: Json | undefined): ProjectEdit {
  if (field === '') {
    if (value === undefined && of !== 'codebook') return { kind: 'drop', of, id }
    return setting(of, id, (value ?? {}) as JsonObject)
  }
  // A field that was taken away is taken away again.
  return value === undefined ? { kind: 'set', of, id, fields: { [field]: null } } : setting(of, id, { [field]: value })
}

/** The JSON null itself can't be said among the fields. */
function setting(of: Dispute['of'], id: string, record: JsonObject): ProjectEdit {
  const nulls = Object.keys(record).filter(name => record[name] === null)
  const fields = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
  return { kind: 'set', of, id, fields, ...(nulls.length > 0 ? { nulls } : {}) }
}
