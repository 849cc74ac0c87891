import type { JsonObject } from '../../shared/json/json.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'

/** Lets the person choose a codebook's file, and shows what it would change. */
export async function importFile(desk: Desk): Promise<void> {
  try {
    const found = await desk.ask('codebook.import', undefined)
    if (found)
      desk.codebook.go({ kind: 'import', file: found.file, codebook: JSON.parse(found.codebook) as JsonObject })
  } catch (failure) {
    desk.fail(failure)
  }
}

/** Writes the codebook into a file that the person names. */
export async function exportFile(desk: Desk): Promise<void> {
  desk.codebook.settle()
  try {
    await desk.recorder.settled()
    const file = await desk.ask('codebook.export', undefined)
    if (file !== null) desk.notices.news(en.codebook.exported(file))
  } catch (failure) {
    desk.fail(failure)
  }
}
