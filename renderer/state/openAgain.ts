import { Problem } from '../../shared/problems/problem.ts'
import type { Opening } from './opening.ts'
import type { ReadingStore } from './reading.ts'
import type { WorkspaceStore } from './workspace.ts'

interface Parts {
  readonly workspace: WorkspaceStore
  readonly opening: Opening
  readonly reading: ReadingStore
  readonly fail: (failure: unknown) => void
}

/** Opens an article that the desktop lost: by its ticket, or by its path where the workspace was opened anew since. */
export async function openAgain({ workspace, opening, reading, fail }: Parts, ticket: string, path: string) {
  const { rows } = workspace.getState()
  const row = rows.get(ticket) ?? [...rows.values()].find(one => one.path === path)
  if (!row) fail(new Problem('unknown-ticket', path))
  else if (reading.getState().article?.ticket === row.ticket) await opening.reread()
  else await opening.open(row.ticket)
}
