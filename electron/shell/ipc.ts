import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Reply } from '../../shared/contract/contract.ts'
import { isOurs } from './lockdown.ts'

/** What a window's calls are joined to. Both always resolve, whatever they are given. */
export interface Answering {
  answer(name: unknown, input: unknown): Promise<Reply<unknown>>
  /** What was dropped on the window: paths that the preload found, first the one that counts. */
  drop(paths: unknown): Promise<Reply<unknown>>
}

/** The one channel that a page can reach, and the one that only the preload uses. */
export const CHANNEL = 'stet'
export const DROP_CHANNEL = 'stet:drop'

/**
 * Joins Electron's messages to the windows' routers. Only the page of a window
 * of ours is answered; `deskOf` is null for any other contents.
 */
export function joinMessages(
  ipcMain: Pick<IpcMain, 'handle'>,
  deskOf: (contents: WebContents) => Promise<Answering | null>,
  stranger: (what: string) => void,
): void {
  const guarded = (act: (desk: Answering, ...args: unknown[]) => Promise<Reply<unknown>>) => {
    return async (event: IpcMainInvokeEvent, ...args: unknown[]): Promise<Reply<unknown>> => {
      const desk = isOurPage(event) ? await deskOf(event.sender) : null
      if (desk) return act(desk, ...args)
      stranger('A message came from something that is no page of ours.')
      return { ok: false, problem: { kind: 'stranger', detail: '' } }
    }
  }
  ipcMain.handle(
    CHANNEL,
    guarded((desk, name, input) => desk.answer(name, input)),
  )
  ipcMain.handle(
    DROP_CHANNEL,
    guarded((desk, paths) => desk.drop(paths)),
  )
}

/** The main frame, at our own address. A frame that is gone by now has no say. */
export function isOurPage({ senderFrame, sender }: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean {
  if (!senderFrame || senderFrame.parent !== null) return false
  return senderFrame.frameTreeNodeId === sender.mainFrame.frameTreeNodeId && isOurs(senderFrame.url)
}
