import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { writeJson } from '../json/writeJson.ts'
import { untranslated } from './fileForm.ts'
import { byTime, commentFromFile, commentToFile, verdictFromFile, verdictToFile } from './remarkForm.ts'

const topKeys = [
  ...['format', 'formatVersion', 'revision', 'article', 'zoneRules', 'zones', 'annotator', 'codebook', 'status'],
  ...['created', 'modified', 'annotations', 'unplaced', 'links', 'comments', 'verdicts'],
]
const annotationKeys = [
  ...['id', 'tag', 'spans', 'attributes', 'entity', 'note', 'origin', 'carriedFrom', 'created', 'modified'],
  ...['placement', 'textSha256'],
]
const linkKeys = ['id', 'type', 'from', 'to', 'attributes', 'cue']

/**
 * A checked sidecar, in the form of files, as the text of its file: as
 * `writeSidecar` writes the same layer, without the article's text at hand.
 */
export function sidecarText(file: JsonObject): string {
  const { annotations, unplaced, links, comments, verdicts, ...others } = file
  return `${writeJson(
    ordered(
      {
        ...others,
        annotations: sorted(annotations, byPlace).map(one => ordered(one, annotationKeys)),
        unplaced: sorted(unplaced, byId).map(one => ordered(one, annotationKeys)),
        links: sorted(links, byId).map(one => ordered(one, linkKeys)),
        comments: inTime(comments).map(one => commentToFile(commentFromFile(one, untranslated), untranslated)),
        verdicts: inTime(verdicts).map(one => verdictToFile(verdictFromFile(one))),
      },
      topKeys,
    ),
  )}\n`
}

/** Keys that are known first, in their order; the others follow as they stand. */
function ordered(object: JsonObject, known: readonly string[]): JsonObject {
  const first = known.filter(key => Object.hasOwn(object, key)).map(key => [key, object[key]!] as const)
  return Object.fromEntries([...first, ...Object.entries(object).filter(([key]) => !known.includes(key))])
}

function sorted(list: Json | undefined, by: (one: JsonObject, other: JsonObject) => number): JsonObject[] {
  return [...((list ?? []) as readonly JsonObject[])].sort(by)
}

function inTime(list: Json | undefined): JsonObject[] {
  return byTime((list ?? []) as readonly JsonObject[])
}

function byId(one: JsonObject, other: JsonObject): number {
  return (one['id'] as string) < (other['id'] as string) ? -1 : 1
}

function byPlace(one: JsonObject, other: JsonObject): number {
  const [a, b] = [extentOf(one), extentOf(other)]
  return a.start - b.start || a.end - b.end || byId(one, other)
}

/** From the first span's beginning to the last one's end, in code points. */
function extentOf(annotation: JsonObject): { start: number; end: number } {
  const spans = ((annotation['spans'] ?? []) as readonly Json[]).filter(isObject)
  return { start: Number(spans[0]?.['start']), end: Number(spans.at(-1)?.['end']) }
}
