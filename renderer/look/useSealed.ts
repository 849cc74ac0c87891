import type { Sealed } from '../../shared/organise/sealed.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** Which layers are sealed to whoever sits here; another object when that has changed. */
export function useSealed(): Sealed {
  const { desk } = useWorkbench()
  useValue(desk.project, state => state.version)
  useValue(desk.entrance, state => state.person?.id)
  // An article that is moved stays sealed where it is now.
  return useValue(desk.workspace, () => desk.organising.sealed())
}
