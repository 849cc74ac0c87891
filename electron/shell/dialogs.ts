import { type BrowserWindow, dialog } from 'electron'
import { problemKinds } from '../../shared/problems/kinds.ts'
import { Problem } from '../../shared/problems/problem.ts'

/** Asks a person for a folder of articles, or for one article. Null when they close the dialog. */
export async function choosePath(window: BrowserWindow, what: 'folder' | 'file'): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: what === 'folder' ? 'Open a folder of articles' : 'Open a single article',
    buttonLabel: 'Open',
    properties: what === 'folder' ? ['openDirectory', 'createDirectory'] : ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks whether a window may close although something isn't saved. */
export async function mayLose(window: BrowserWindow, reason: unknown): Promise<boolean> {
  const why = reason instanceof Problem ? problemKinds[reason.kind] : problemKinds['cannot-save']
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Your latest changes are not saved',
    detail: `${why.title}. If you close the window now, those changes are lost.`,
    buttons: ['Keep the window open', 'Close and lose the changes'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}

/** Asks what to do with a window whose page stopped again and again. */
export async function mayReload(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'This window stopped working twice',
    detail: 'What the status line said was saved is saved. You can show the window again, or close it.',
    buttons: ['Show it again', 'Close the window'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

/** Says that something went wrong inside, without stopping anything. */
export async function tellOfBug(): Promise<void> {
  await dialog.showMessageBox({
    type: 'error',
    message: 'Something went wrong inside Stet',
    detail: 'What the status line says is saved is saved. If something behaves oddly, close Stet and open it again.',
    buttons: ['Go on'],
  })
}
