import type { Outside, WorkspaceEvent } from '../workspace/events.ts'
import type { Tell } from './tell.ts'
import type { WorkspaceTickets } from './workspaceTickets.ts'

/** Tells a window what happened in its workspace, with tickets in place of paths. */
export function tellNews(event: Exclude<WorkspaceEvent, Outside>, tickets: WorkspaceTickets, tell: Tell): void {
  const { workspace } = tickets
  switch (event.kind) {
    case 'rows':
      tell('articles.changed', {
        workspace,
        changed: event.changed.map(row => tickets.row(row)),
        removed: event.removed.map(path => tickets.article(path)),
      })
      break
    case 'strays':
      tell('strays.changed', { workspace, strays: event.strays.map(stray => tickets.stray(stray)) })
      break
    case 'copies':
      tell('copies.changed', { workspace, copies: event.copies.map(copy => tickets.copy(copy)) })
      break
    case 'progress':
      tell('index.progress', { workspace, done: event.done, total: event.total })
      break
    case 'problem':
      tell('workspace.problem', { workspace, problem: event.problem })
  }
}
