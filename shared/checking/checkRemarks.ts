import { isOpaqueEntry } from '../annotation/opaque.ts'
import type { JsonObject } from '../json/json.ts'
import { isLastTakenMark } from '../packet/lastTaken.ts'
import type { Project } from '../project/project.ts'
import { untranslated } from '../sidecar/fileForm.ts'
import { commentFromFile, verdictFromFile } from '../sidecar/remarkForm.ts'
import type { Sidecar } from '../sidecar/schema.ts'
import type { InFile } from './inFile.ts'

/**
 * Whether the comments and verdicts of a sidecar are about something that is
 * there, as far as its own file and the project can say: colleagues' files come
 * and go by mail. `annotator` is the one that the file's name says.
 */
export function checkRemarks(file: JsonObject, annotator: string, project: Project | null): InFile[] {
  const { annotations, unplaced, comments, verdicts } = file as unknown as Sidecar
  const here = new Set([...annotations, ...unplaced].map(({ id }) => id))
  const own = {
    annotation: here,
    comment: new Set(comments.map(({ id }) => id)),
    verdict: new Set(verdicts.map(({ id }) => id)),
  }
  const found: InFile[] = []
  const say = (kind: InFile['kind'], about: string, place: Pick<InFile, 'comment' | 'verdict' | 'quote'>) =>
    found.push({ kind, about, ...place })

  for (const entry of file['comments'] as readonly JsonObject[]) {
    const comment = commentFromFile(entry, untranslated)
    const place = { comment: comment.id }
    if (isOpaqueEntry(comment)) {
      say('not-understood', '', place)
      continue
    }
    const { on } = comment
    if ('lost' in on) say('lost-words', '', { ...place, quote: on.lost.quote })
    if ('entry' in on && project && !isInCodebook(on.entry, project))
      say('comment-on-nothing', `${on.entry.kind} ${on.entry.id}`, place)
    if (!('layer' in on) || on.layer !== annotator) continue
    for (const part of ['annotation', 'comment', 'verdict'] as const) {
      const id = (on as { readonly [_ in typeof part]?: string })[part]
      if (id !== undefined && !own[part].has(id)) say('comment-on-nothing', id, place)
    }
  }
  for (const entry of file['verdicts'] as readonly JsonObject[]) {
    const verdict = verdictFromFile(entry)
    if (isLastTakenMark(verdict)) continue
    const place = { verdict: verdict.id }
    if (isOpaqueEntry(verdict)) say('not-understood', '', place)
    else if (verdict.gold !== undefined && !here.has(verdict.gold)) say('verdict-without-gold', verdict.gold, place)
  }
  return found
}

function isInCodebook({ kind, id }: { readonly kind: 'tag' | 'attribute' | 'link'; readonly id: string }, of: Project) {
  const lists = { tag: of.codebook.tags, attribute: of.codebook.attributes, link: of.codebook.links }
  return lists[kind].some(one => one.id === id)
}
