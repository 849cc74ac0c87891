import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** The kinds that there are: those that the codebook names, then others that stand in the register. */
export function useKinds(): readonly string[] {
  const { desk } = useWorkbench()
  const tags = useValue(desk.project, state => state.codebook.tags)
  useValue(desk.project, state => state.version)
  const actors = tags.find(tag => tag.entityKinds.length > 1)?.entityKinds ?? []
  const kinds = new Set([...actors, ...tags.flatMap(tag => tag.entityKinds)])
  for (const { kind } of desk.project.getState().entities.values()) kinds.add(kind)
  return [...kinds]
}
