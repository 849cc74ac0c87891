import type { Comment } from '../../shared/annotation/comment.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Verdict } from '../../shared/annotation/verdict.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { untranslated } from '../../shared/sidecar/fileForm.ts'
import { commentFromFile, verdictFromFile } from '../../shared/sidecar/remarkForm.ts'

/** What is said in a layer, and what is judged. */
export interface Remarks {
  readonly comments: readonly Comment[]
  readonly verdicts: ReadonlyMap<string, Verdict>
}

/** What is said in a checked file, without its article's text: it is known what, and not where. */
export function remarksIn(file: JsonObject): Remarks {
  const { comments, verdicts } = new Layer({
    comments: entriesIn(file, 'comments').map(one => commentFromFile(one, untranslated)),
    verdicts: entriesIn(file, 'verdicts').map(verdictFromFile),
  })
  return { comments: [...comments.values()], verdicts }
}

/** Whether a file surely holds no comment. Most hold none, and needn't be understood to know that. */
export function holdsNoComment(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('\n  "comments": [],\n')
}

export function entriesIn(file: JsonObject, list: string): readonly JsonObject[] {
  return (file[list] ?? []) as readonly JsonObject[]
}
