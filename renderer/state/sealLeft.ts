import { sealedArticles } from '../../shared/organise/sealsThatCount.ts'
import type { Ask } from './ask.ts'
import type { ProjectStore } from './project.ts'
import type { WorkspaceStore } from './workspace.ts'

interface Needs {
  readonly ask: Ask
  readonly workspace: WorkspaceStore
  readonly project: ProjectStore
  /** The id of who sits here. */
  readonly me: () => string | null
  /** Resolves once the desktop has every edit that was made here. */
  readonly recorded: () => Promise<unknown>
}

/**
 * Seals what the person is done with and never sealed, as being done would have: a crash came between, or the coding was
 * begun after that. What is open by now isn't sealed unasked. Each is asked for once; call it whenever something has changed.
 */
export function makeSealLeft({ ask, workspace, project, me, recorded }: Needs): () => Promise<void> {
  const asked = new Set<string>()

  return async () => {
    const { project: now, problem, workspace: of } = project.getState()
    const { rows, ticket } = workspace.getState()
    const person = me()
    const rounds = now.rounds.filter(round => round.annotators.includes(person ?? ''))
    if (person === null || ticket === null || of !== ticket || problem !== null || rounds.length === 0) return
    const { seals } = now
    const sealed = new Set(seals.filter(one => one.annotator === person).map(one => `${one.round} ${one.article}`))
    const done = new Map([...rows.values()].filter(isDone).map(row => [row.path, row.ticket]))
    const left = rounds.flatMap(round =>
      sealedArticles(round, seals).flatMap(({ article, isOpen }) => {
        const key = `${ticket} ${person} ${round.id} ${article}`
        const found = done.get(article)
        if (found === undefined || isOpen || sealed.has(`${round.id} ${article}`) || asked.has(key)) return []
        asked.add(key)
        return [found]
      }),
    )
    if (left.length === 0) return
    await recorded()
    await ask('organise.seal', { workspace: ticket, articles: [...new Set(left)] })
  }
}

type Row = ReturnType<WorkspaceStore['getState']>['rows'] extends ReadonlyMap<string, infer R> ? R : never

function isDone({ problem, known }: Row): boolean {
  return problem === null && (known?.status === 'done' || known?.status === 'adjudicated')
}
