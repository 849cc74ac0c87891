import { createStore } from 'zustand/vanilla'
import type { Person, WorkedOn } from '../../shared/contract/contract.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { goldOf } from '../../shared/sidecar/names.ts'
import type { Ask } from './ask.ts'
import type { Opening } from './opening.ts'
import type { ReadingStore, Steps } from './reading.ts'
import type { Recorder } from './recorder.ts'
import { untilDurable } from './untilDurable.ts'

interface Parts {
  readonly ask: Ask
  readonly recorder: Recorder
  readonly reading: ReadingStore
  readonly opening: Pick<Opening, 'reread'>
  /** The ticket of the workspace; null where none is open. */
  readonly workspace: () => string | null
  readonly person: () => Person | null
  /** Makes edits of all that is being typed. */
  readonly settle: () => void
  readonly refuse: (problem: ProblemNotice) => void
  readonly fail: (failure: unknown) => void
}

/** On which layers of the workspace the person works: their own, or the gold layers in which their decisions stand. */
export function makeWorkingOn(parts: Parts) {
  const { ask, recorder, reading, opening, workspace, person, settle, refuse, fail } = parts
  const store = createStore<{ readonly layer: WorkedOn }>(() => ({ layer: 'own' }))

  /** What can be undone in the layer that isn't worked on. */
  const aside = new Map<WorkedOn, Steps>()

  /**
   * Works on the one or the other from now on; the open article is opened for it
   * at its place. What was done so far reaches the disk first, in the layer that
   * it was done in; there it can be undone again once that layer is come back to. False where that can't be; why has been said.
   */
  async function workOn(layer: WorkedOn): Promise<boolean> {
    const ticket = workspace()
    const before = store.getState().layer
    if (layer === before) return true
    if (ticket === null) return false
    settle()
    const refused = await untilDurable(recorder)
    if (refused) {
      refuse(refused)
      return false
    }
    const steps = reading.setAside()
    try {
      await ask('layer.workOn', { workspace: ticket, layer })
    } catch (failure) {
      reading.bringBack(steps)
      fail(failure)
      return false
    }
    // Another workspace was opened meanwhile: there it is as it says.
    if (workspace() !== ticket) return false
    store.setState({ layer })
    aside.set(before, steps)
    await openAnew(() => void reading.setAside())
    if (store.getState().layer === layer) reading.bringBack(taken(layer))
    return true
  }

  /** Nothing that was done by one person can be undone by another. */
  async function beginAnew(): Promise<void> {
    aside.clear()
    await openAnew(reading.forgetAll)
  }

  /** Nothing that was done in one layer is undone in another: `forget` sees to it. */
  async function openAnew(forget: () => void): Promise<void> {
    settle()
    forget()
    await recorder.settled()
    forget()
    await opening.reread()
  }

  function taken(layer: WorkedOn): Steps {
    const steps = aside.get(layer) ?? { undos: [], redos: [] }
    aside.delete(layer)
    return steps
  }

  return {
    ...store,
    workOn,
    beginAnew,
    /** As the desktop says of a workspace that comes on the desk. */
    show(layer: WorkedOn): void {
      aside.clear()
      store.setState({ layer })
    },
    /** Under which id the person annotates now; '' before they said who they are. */
    me(): string {
      const id = person()?.id
      if (id === undefined) return ''
      return store.getState().layer === 'gold' ? goldOf(id) : id
    },
  }
}
