import { createContext, useContext } from 'react'
import { useStore } from 'zustand/react'
import type { StoreApi } from 'zustand/vanilla'
import type { CommandId } from '../../shared/commands/commands.ts'
import type { Desk } from '../state/desk.ts'

/** What the screens work with: the stores, and every command. */
export interface Workbench {
  readonly desk: Desk
  readonly run: (command: CommandId) => void
}

export const WorkbenchContext = createContext<Workbench | null>(null)

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext)
  if (!workbench) throw new TypeError('There is no workbench around this component')
  return workbench
}

/** The smallest value of a store that a component shows. */
export function useValue<S, V>(
  store: Pick<StoreApi<S>, 'getState' | 'subscribe' | 'getInitialState'>,
  select: (state: S) => V,
): V {
  return useStore(store as StoreApi<S>, select)
}
