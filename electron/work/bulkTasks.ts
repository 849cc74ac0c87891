import type { Edit } from '../../shared/annotation/edit.ts'
import { standsIn } from '../../shared/annotation/standsIn.ts'
import { readHistory } from '../../shared/history/history.ts'
import { isSame } from '../../shared/json/isSame.ts'
import { readJson } from '../../shared/json/readJson.ts'
import { textOf } from '../../shared/json/rest.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { type ChangeIntent, readIntent } from '../../shared/sidecar/changeIntent.ts'
import { editToFile } from '../../shared/sidecar/fileEdit.ts'
import { makeRuler } from '../../shared/text/ruler.ts'
import { orNotice } from './notice.ts'
import { sha256Of, skimArticle } from './readArticle.ts'

/** An edit that is meant for an article's file. */
export interface EditForFile {
  /** The article's file name, without a folder. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The file of its facts; null where there is none, or it can't be read. */
  readonly facts: Uint8Array | null
  readonly edit: Edit
  readonly seen: Edit | null
}

/** Edits as files hold them: JSON text, code points of the text with that hash. */
export interface EditsInFileForm {
  readonly textSha256: string
  readonly edit: string
  readonly seen: string | null
}

/**
 * Puts edits into the form that files have, each for the text of its article.
 * In the place of one whose article can't be read, or whose words don't stand
 * there, is the reason.
 */
export async function editsToFile({
  files,
}: {
  readonly files: readonly EditForFile[]
}): Promise<(EditsInFileForm | ProblemNotice)[]> {
  const edits: (EditsInFileForm | ProblemNotice)[] = []
  for (const file of files) edits.push(await orNotice(() => inFileForm(file)))
  return edits
}

async function inFileForm({ name, bytes, facts, edit, seen }: EditForFile): Promise<EditsInFileForm> {
  const { text } = await skimArticle({ name, bytes, facts })
  if (!standsIn(edit, text)) throw new Problem('words-not-there')
  const ruler = makeRuler(text)
  // What was seen stood in this text too, or it can't be compared.
  if (seen && !standsIn(seen, text)) throw new Problem('changed-since')
  return {
    textSha256: sha256Of(text),
    edit: textOf(editToFile(edit, ruler)),
    seen: seen && textOf(editToFile(seen, ruler)),
  }
}

/** An interrupted change of many articles, as it stands in its file. */
export function intentTask({ bytes }: { readonly bytes: Uint8Array }): ChangeIntent {
  return readIntent(bytes)
}

/** Whether a history says that an edit, in the form of files, was made at a time or later. */
export function editInHistory(asked: {
  readonly history: Uint8Array
  readonly edit: string
  readonly since: string
}): boolean {
  const meant = readJson(asked.edit)
  return readHistory(asked.history, sha256Of).entries.some(
    entry => entry.kind === 'edit' && entry.at >= asked.since && isSame(entry.edit, meant),
  )
}
