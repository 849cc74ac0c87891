import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand/react'
import type { StoreApi } from 'zustand/vanilla'
import type { CommandId } from '../../shared/commands/commands.ts'
import type { AfterPaint } from '../state/afterPaint.ts'
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

/**
 * The same for what may come a frame later: what a person does is painted first,
 * and their next key or press waits for this. Whatever draws it anew meanwhile
 * shows what is true then.
 */
export function useLate<S, V>(store: Heard<S>, select: (state: S) => V): V {
  return useHeard(store, select, useWorkbench().desk.afterPaint)
}

/** The same for what comes with the next frame, and needn't be there when that is measured. */
export function useWithFrame<S, V>(store: Heard<S>, select: (state: S) => V): V {
  return useHeard(store, select, useWorkbench().desk.withFrame)
}

type Heard<S> = Pick<StoreApi<S>, 'getState' | 'subscribe'>

function useHeard<S, V>({ getState, subscribe }: Heard<S>, select: (state: S) => V, wait: AfterPaint): V {
  const listen = useCallback(
    (hear: () => void) => {
      const stop = subscribe(() => wait.soon(hear))
      return () => {
        stop()
        wait.never(hear)
      }
    },
    [subscribe, wait],
  )
  return useSyncExternalStore(listen, () => select(getState()))
}
