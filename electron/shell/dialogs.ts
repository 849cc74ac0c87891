import { type BrowserWindow, dialog } from 'electron'
import { Problem } from '../../shared/problems/problem.ts'
import { words } from '../../shared/words/words.ts'
import type { Choosable, Savable } from '../bridge/parts.ts'

/** Asks a person for a folder of articles, for one article, for a file of many, for what others annotated, or for a map. Null when they close the dialog. */
export async function choosePath(window: BrowserWindow, what: Choosable): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: titleOf(what),
    buttonLabel: words.dialogs.choose,
    properties:
      what === 'folder'
        ? ['openDirectory', 'createDirectory']
        : what === 'annotations-folder'
          ? ['openDirectory']
          : ['openFile'],
    ...(what === 'map' || what === 'answer' ? { filters: jsonFiles } : {}),
  })
  return canceled ? null : (filePaths[0] ?? null)
}

function titleOf(what: Choosable): string {
  const { dialogs } = words
  const titles: Record<Choosable, string> = {
    folder: dialogs.chooseFolder,
    file: dialogs.chooseFile,
    archive: dialogs.chooseArchive,
    'annotations-file': dialogs.chooseAnnotationsFile,
    'annotations-folder': dialogs.chooseAnnotationsFolder,
    map: dialogs.chooseMap,
    answer: dialogs.chooseAnswer,
  }
  return titles[what]
}

const jsonFiles = [{ name: 'JSON', extensions: ['json'] }]

/** Asks a person for a file with a codebook. Null when they close the dialog. */
export async function chooseCodebook(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.dialogs.chooseCodebook,
    buttonLabel: words.dialogs.choose,
    filters: jsonFiles,
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks a person where a codebook is to be written; the system asks before a file is replaced. */
export async function chooseCodebookTarget(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.dialogs.exportCodebook,
    defaultPath: name,
    filters: jsonFiles,
  })
  return canceled || !filePath ? null : filePath
}

/** Asks a person where a map, the report of an import or of agreement, letters or a packet are to be written. */
export async function chooseTarget(window: BrowserWindow, what: Savable, name: string): Promise<string | null> {
  const { dialogs } = words
  const titles: Record<Savable, string> = {
    map: dialogs.saveMap,
    report: dialogs.saveReport,
    agreement: dialogs.saveAgreement,
    letters: dialogs.saveLetters,
    packet: dialogs.savePacket,
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: titles[what],
    defaultPath: name,
    properties: ['createDirectory'],
    ...(what === 'map' ? { filters: jsonFiles } : {}),
  })
  return canceled || !filePath ? null : filePath
}

/** Asks a person where a dataset is to be written: a file, or a folder that is made for it. */
export async function chooseExportTarget(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.dialogs.exportDataset,
    buttonLabel: words.dialogs.exportHere,
    defaultPath: name,
    properties: ['createDirectory'],
  })
  return canceled || !filePath ? null : filePath
}

/** Asks whether a window may close although something isn't saved. */
export async function mayLose(window: BrowserWindow, reason: unknown): Promise<boolean> {
  const why = words.problems[reason instanceof Problem ? reason.kind : 'cannot-save']
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.dialogs.unsaved,
    detail: words.dialogs.unsavedWhy(why.title),
    buttons: [words.dialogs.keepOpen, words.dialogs.closeAnyway],
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
    message: words.dialogs.stoppedTwice,
    detail: words.dialogs.stoppedTwiceWhy,
    buttons: [words.dialogs.showAgain, words.dialogs.closeWindow],
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
    message: words.dialogs.bug,
    detail: words.dialogs.bugWhy,
    buttons: [words.dialogs.goOn],
  })
}
