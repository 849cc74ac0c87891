import { useEffect, useRef } from 'react'
import type { Desk } from '../state/desk.ts'
import { useWorkbench } from './useWorkbench.ts'

/**
 * Tells the desk that something stands in a field that is no edit yet: it isn't
 * saved, and `settle` makes an edit of it before anything else is done. With
 * `isKeptOnGoing` also when the field goes, as with its dialog. Never in another
 * workspace than the one it was written in.
 */
export function useWriting(isWritten: boolean, settle: () => void, { isKeptOnGoing = false } = {}): void {
  const { desk } = useWorkbench()
  const held = useRef({ isWritten, settle })
  held.current = { isWritten, settle }
  useEffect(() => (isWritten ? desk.writing.begin(inThisWorkspace(desk, held)) : undefined), [desk, isWritten])
  useEffect(() => (isKeptOnGoing ? inThisWorkspace(desk, held) : undefined), [desk, isKeptOnGoing])
}

/** Settles once, however often it is called before the field is drawn anew. */
function inThisWorkspace(desk: Desk, held: { current: { isWritten: boolean; settle: () => void } }): () => void {
  const here = desk.workspace.getState().ticket
  return () => {
    const { isWritten, settle } = held.current
    if (!isWritten || desk.workspace.getState().ticket !== here) return
    held.current = { isWritten: false, settle }
    settle()
  }
}
