import { createStore } from 'zustand/vanilla'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { Workspace } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import type { SealedProject } from '../../shared/organise/sealed.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Entity, Never } from '../../shared/project/entity.ts'
import { Project } from '../../shared/project/project.ts'
import { type ProjectEdit, partsOfProjectEdit, type RecordPlace } from '../../shared/project/projectEdit.ts'
import { withoutVersion } from '../../shared/project/projectFootprint.ts'
import type { Register } from '../../shared/rules/rule.ts'

/** The project of the open workspace. It changes in place; `version` grows with each change of it. */
export interface ProjectState {
  /** The workspace's ticket; null before one is open. */
  readonly workspace: string | null
  readonly project: Project
  readonly version: number
  /** The register by id. */
  readonly entities: ReadonlyMap<string, Entity>
  readonly nevers: ReadonlyMap<string, Never>
  /** Another object whenever the codebook has changed. */
  readonly codebook: Codebook
  /** What the workspaces seal that this one lies in. */
  readonly around: readonly SealedProject[]
  /** Why the project can't be changed; null where it can. */
  readonly problem: ProblemNotice | null
}

/**
 * The window's copy of the project. Edits come by way of `reading`, which puts
 * them among the undos; `show` and `changed` bring what the desktop holds.
 */
export function makeProject() {
  const store = createStore<ProjectState>(() => ({
    ...shown(new Project()),
    workspace: null,
    version: 0,
    around: [],
    problem: null,
  }))
  const { getState, setState } = store

  function shown(project: Project) {
    const { entities, nevers, codebook } = project
    return { project, entities, nevers, codebook }
  }

  function apply(edit: ProjectEdit): ProjectEdit {
    const { project } = getState()
    const undo = project.apply(edit)
    setState(({ version }) => ({ ...shown(project), version: version + 1 }))
    return undo
  }

  return {
    ...store,
    apply,
    /** What a person calls a record: its name, its label, or its words. */
    describe: (of: RecordPlace, id: string): string => nameOfRecord(getState().project.record(of, id)) ?? id,
    /** What rules may know of the entities, as they are whenever it is asked. */
    register: (): Register => {
      const standsFor = (id: string) => getState().project.resolve(id)
      return {
        standsFor,
        nameOf: id => getState().entities.get(standsFor(id))?.name ?? id,
        isGone: id => !getState().entities.has(standsFor(id)),
      }
    },
    /** An edit with all that follows from it. */
    completed: (edit: ProjectEdit) => getState().project.completed(edit),
    /** What takes an edit back, as it has to be made now: it makes a version of the codebook of its own. */
    present: (edit: ProjectEdit) => getState().project.completed(withoutVersion(edit)),
    /** Takes a refused edit out of the window's copy, but for the fields that later edits gave another value. */
    takeBack(undo: ProjectEdit, later: readonly ProjectEdit[]): void {
      const names = new Set(later.flatMap(partsOfProjectEdit).flatMap(part => fieldNames(part)))
      const edits = partsOfProjectEdit(undo).map(part => {
        if (part.kind === 'drop') return part
        const kept = Object.entries(part.fields).filter(([name]) => !names.has(nameOf(part, name)))
        return { ...part, fields: Object.fromEntries(kept) }
      })
      apply({ kind: 'all', edits })
    },
    show({ ticket, project, projectProblem, sealedAround }: Workspace): void {
      setState(({ version }) => ({
        ...shown(new Project(JSON.parse(project) as JsonObject)),
        workspace: ticket,
        version: version + 1,
        around: aroundIn(sealedAround),
        problem: projectProblem,
      }))
    },
    /** Somebody else changed the project. Edits that the desktop may not have yet are made again on what it holds. */
    changed(event: EventOf<'project.changed'>, waiting: readonly ProjectEdit[]): void {
      const project = new Project(JSON.parse(event.project) as JsonObject)
      for (const edit of waiting) project.apply(edit)
      const said = { around: aroundIn(event.sealedAround), problem: event.projectProblem }
      setState(({ version }) => ({ ...shown(project), version: version + 1, ...said }))
    },
  }
}

export type ProjectStore = ReturnType<typeof makeProject>

function aroundIn(told: string | undefined): readonly SealedProject[] {
  return told === undefined ? [] : (JSON.parse(told) as SealedProject[])
}

function nameOfRecord(record: JsonObject | undefined): string | undefined {
  const named = ['name', 'label', 'text'].map(key => record?.[key])
  return named.find((word): word is string => typeof word === 'string')
}

type Part = ReturnType<typeof partsOfProjectEdit>[number]

function fieldNames(part: Part): string[] {
  return part.kind === 'drop' ? [] : Object.keys(part.fields).map(name => nameOf(part, name))
}

function nameOf({ of, id }: Part, field: string): string {
  return JSON.stringify([of, id, field])
}
