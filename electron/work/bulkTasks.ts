import type { Edit } from '../../shared/annotation/edit.ts'
import { standsIn } from '../../shared/annotation/standsIn.ts'
import { textOf } from '../../shared/json/rest.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { type ChangeIntent, readIntent } from '../../shared/sidecar/changeIntent.ts'
import { editToFile } from '../../shared/sidecar/fileForm.ts'
import { makeRuler } from '../../shared/text/ruler.ts'
import { sha256Of, skimArticle } from './readArticle.ts'

/** An edit that is meant for an article's file. */
export interface EditForFile {
  /** The article's file name, without a folder. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly edit: Edit
  readonly takesBack: Edit | null
}

/** Edits as files hold them: JSON text, code points of the text with that hash. */
export interface EditsInFileForm {
  readonly textSha256: string
  readonly edit: string
  readonly takesBack: string | null
}

/**
 * Puts edits into the form that files have, each for the text of its article.
 * In the place of one whose article can't be read, or whose words don't stand
 * there, is the reason.
 */
export function editsToFile({
  files,
}: {
  readonly files: readonly EditForFile[]
}): (EditsInFileForm | ProblemNotice)[] {
  return files.map(file => {
    try {
      return inFileForm(file)
    } catch (error) {
      if (error instanceof Problem) return { kind: error.kind, detail: error.detail }
      throw error
    }
  })
}

function inFileForm({ name, bytes, edit, takesBack }: EditForFile): EditsInFileForm {
  const { text } = skimArticle({ name, bytes })
  if (!standsIn(edit, text)) throw new Problem('words-not-there')
  const ruler = makeRuler(text)
  // What is taken back was made on this text too, or it can't be compared; then it isn't as it was left.
  const compared = takesBack && standsIn(takesBack, text) ? takesBack : null
  if (takesBack && !compared) throw new Problem('changed-since')
  return {
    textSha256: sha256Of(text),
    edit: textOf(editToFile(edit, ruler)),
    takesBack: compared && textOf(editToFile(compared, ruler)),
  }
}

/** An interrupted change of many articles, as it stands in its file. */
export function intentTask({ bytes }: { readonly bytes: Uint8Array }): ChangeIntent {
  return readIntent(bytes)
}
