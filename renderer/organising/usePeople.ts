import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** Everybody who may annotate, by id: whom the project names, whose layers there are, and who sits here. */
export function usePeople(): ReadonlyMap<string, string> {
  const { desk } = useWorkbench()
  const me = useValue(desk.entrance, state => state.person)
  const rows = useValue(desk.workspace, state => state.rows)
  useValue(desk.project, state => state.version)
  const { people, assignments, rounds } = desk.project.getState().project
  const layers = [...rows.values()].flatMap(({ known }) => known?.layers ?? [])
  const ids = new Set([
    ...people.map(({ id }) => id),
    ...layers.filter(id => !id.startsWith('gold-')),
    ...assignments.map(({ annotator }) => annotator),
    ...rounds.flatMap(({ annotators }) => annotators),
    ...(me ? [me.id] : []),
  ])
  const names = new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...(me ? [[me.id, me.name] as const] : []),
  ])
  return new Map([...ids].sort().map(id => [id, names.get(id) ?? id]))
}
