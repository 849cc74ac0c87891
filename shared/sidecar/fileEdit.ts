import type { Edit } from '../annotation/edit.ts'
import type { JsonObject } from '../json/json.ts'
import {
  annotationFromFile,
  annotationToFile,
  linkFromFile,
  linkToFile,
  type Offsets,
  unplacedFromFile,
  unplacedToFile,
} from './fileForm.ts'
import { commentFromFile, commentToFile, verdictFromFile, verdictToFile } from './remarkForm.ts'

/** An edit as the history holds it: things as they stand in files, offsets in code points. */
export function editToFile(edit: Edit, offsets: Offsets): JsonObject {
  switch (edit.kind) {
    case 'put':
      return { kind: 'put', annotation: annotationToFile(edit.annotation, offsets) }
    case 'putLink':
      return { kind: 'putLink', link: linkToFile(edit.link, offsets) }
    case 'putUnplaced':
      return { kind: 'putUnplaced', unplaced: unplacedToFile(edit.unplaced) }
    case 'putComment':
      return { kind: 'putComment', comment: commentToFile(edit.comment, offsets) }
    case 'putVerdict':
      return { kind: 'putVerdict', verdict: verdictToFile(edit.verdict) }
    case 'all':
      return { kind: 'all', edits: edit.edits.map(part => editToFile(part, offsets)) }
    default:
      return { ...edit }
  }
}

const removals = ['remove', 'removeLink', 'removeUnplaced', 'removeComment', 'removeVerdict'] as const

/** An edit out of the history. What isn't one throws a RangeError: the line is damaged or newer. */
export function editFromFile(file: JsonObject, offsets: Offsets): Edit {
  const { kind } = file
  const id = file['id'] as string
  if (kind === 'put') return { kind, annotation: annotationFromFile(file['annotation'] as JsonObject, offsets) }
  if (kind === 'putLink') return { kind, link: linkFromFile(file['link'] as JsonObject, offsets) }
  if (kind === 'putUnplaced') return { kind, unplaced: unplacedFromFile(file['unplaced'] as JsonObject) }
  if (kind === 'putComment') return { kind, comment: commentFromFile(file['comment'] as JsonObject, offsets) }
  if (kind === 'putVerdict') return { kind, verdict: verdictFromFile(file['verdict'] as JsonObject) }
  const removal = removals.find(one => one === kind)
  if (removal) return { kind: removal, id }
  if (kind === 'status') return { kind, status: file['status'] as 'in-progress' | 'done' | 'adjudicated' }
  if (kind === 'all') {
    return { kind, edits: (file['edits'] as readonly JsonObject[]).map(part => editFromFile(part, offsets)) }
  }
  throw new RangeError(`No edit of the kind ${String(kind)}`)
}
