import * as z from 'zod'
import type { JsonObject } from '../json/json.ts'
import { JsonRefused, readJson } from '../json/readJson.ts'
import { textOf } from '../json/rest.ts'
import { MAX_ARTICLES, MAX_SIDECAR_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'

/** One article's part in a change of many, as it stands in a file: edits count code points of the text with that hash. */
export interface IntendedChange {
  /** Inside the workspace, with `/`. */
  readonly article: string
  readonly textSha256: string
  /** An edit as the history holds it, as JSON text. */
  readonly edit: string
  /** An edit that leaves things as they were seen where this was made, likewise; null where nothing was. */
  readonly seen: string | null
}

/** What is about to be changed in many articles: written before, taken away after, completed where that didn't happen. */
export interface ChangeIntent {
  readonly name: string
  /** Whose layers are changed, and on which device. */
  readonly annotator: string
  readonly device: string
  /** When it was begun, ISO 8601 in UTC: what histories say from then on may be of it. */
  readonly at: string
  /** An edit of the project that comes first, as JSON text; null for none, or one that is on disk already. */
  readonly project: string | null
  /** An edit that leaves the project as it was before that one, likewise. */
  readonly projectSeen: string | null
  readonly changes: readonly IntendedChange[]
}

const Edit = z.looseObject({ kind: z.string() })
const Intent = z.looseObject({
  format: z.literal('stet-change'),
  formatVersion: z.literal(1),
  name: z.string().min(1),
  annotator: z.string().min(1),
  device: z.string().min(1),
  at: z.string().min(1),
  project: Edit.nullable(),
  projectSeen: Edit.nullable(),
  changes: z
    .array(
      z.looseObject({
        article: z.string().min(1),
        textSha256: z.string(),
        edit: Edit,
        seen: Edit.nullable(),
      }),
    )
    .max(MAX_ARTICLES),
})

/** The text of an intent's file, in parts. Joined from texts, so that a large one costs no more than its length. */
export function intentInParts({ name, annotator, device, at, project, projectSeen, changes }: ChangeIntent): string[] {
  const head = JSON.stringify({ format: 'stet-change', formatVersion: 1, name, annotator, device, at })
  const lines = changes.map(
    ({ article, textSha256, edit, seen }, i) =>
      `${i === 0 ? '' : ',\n'}{"article":${JSON.stringify(article)},"textSha256":${JSON.stringify(textSha256)},"edit":${edit},"seen":${seen ?? 'null'}}`,
  )
  const begin = `${head.slice(0, -1)},"project":${project ?? 'null'},"projectSeen":${projectSeen ?? 'null'},"changes":[\n`
  return [begin, ...lines, '\n]}\n']
}

/** Reads an intent's file. Throws Problem `change-damaged` where it isn't one that this version made. */
export function readIntent(bytes: Uint8Array): ChangeIntent {
  const file = parse(bytes)
  const found = Intent.safeParse(file)
  if (!found.success) throw new Problem('change-damaged', z.prettifyError(found.error).slice(0, 500))
  const { name, annotator, device, at } = found.data
  const changes = (file['changes'] as readonly JsonObject[]).map(({ article, textSha256, edit, seen }) => ({
    article: article as string,
    textSha256: textSha256 as string,
    edit: textOf(edit!),
    seen: seen === null ? null : textOf(seen!),
  }))
  const project = found.data.project === null ? null : textOf(file['project']!)
  const projectSeen = found.data.projectSeen === null ? null : textOf(file['projectSeen']!)
  return { name, annotator, device, at, project, projectSeen, changes }
}

function parse(bytes: Uint8Array): JsonObject {
  if (bytes.byteLength > MAX_SIDECAR_BYTES) throw new Problem('change-damaged', `${bytes.byteLength} bytes.`)
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as JsonObject
  } catch (cause) {
    if (!(cause instanceof JsonRefused || cause instanceof TypeError)) throw cause
    throw new Problem('change-damaged', cause.message, { cause })
  }
}
