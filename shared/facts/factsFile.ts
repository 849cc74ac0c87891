import * as z from 'zod'
import type { Rest } from '../annotation/annotation.ts'
import type { Span } from '../annotation/span.ts'
import { type Zone, zones } from '../article/article.ts'
import type { KeptFile } from '../history/recover.ts'
import { isObject, type JsonObject } from '../json/json.ts'
import { JsonRefused, readJson } from '../json/readJson.ts'
import { jsonOf, restOf, textOf, withRest } from '../json/rest.ts'
import { writeJson } from '../json/writeJson.ts'
import { MAX_SIDECAR_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import type { Offsets } from '../sidecar/fileForm.ts'
import { FileArticle } from '../sidecar/schema.ts'
import type { ArticleOnDisk } from '../sidecar/writeSidecar.ts'
import type { Facts, FactsEdit, ZoneCorrection } from './facts.ts'
import { mergeFacts } from './mergeFacts.ts'
import { replaySaid, saidKeys, saidPart, saidToFile, touchedSaid, unknownFields } from './saidFile.ts'

/** The format of `ARTICLE.article.stet.json`, version 1. Loose: keys that aren't known are carried along. Offsets count code points. */
export const FactsFile = z.looseObject({
  format: z.literal('stet-article'),
  formatVersion: z.literal(1),
  revision: z.int().nonnegative(),
  article: FileArticle.omit({ text: true }),
  ...saidKeys,
  zones: z
    .array(
      z.looseObject({
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
        zone: z.enum(zones),
        quote: z.string().describe('the first characters of the block, to notice when the text has changed'),
        textSha256: z.string().optional().describe('the text that the offsets count in, where it is not the one above'),
      }),
    )
    .describe('what a person said that a block is'),
  created: z.string(),
  modified: z.string(),
})

const topKeys = new Set(Object.keys(FactsFile.shape))
const articleKeys = new Set(Object.keys(FactsFile.shape.article.shape))
const zoneKeys = new Set(['start', 'end', 'zone', 'quote', 'textSha256'])

/** What a facts file says beside what can be edited. */
export interface FactsHead {
  readonly revision: number
  readonly created: string
  readonly modified: string
  readonly rest?: Rest
  readonly articleRest?: Rest
  /** Which of the articles of an archive it is, as JSON text. */
  readonly unpacked?: Rest
  /** Fields that aren't known. */
  readonly fieldsRest?: Rest
}

/** The bytes of a facts file as a checked value. Throws a Problem as `readSidecar` does. */
export function readFacts(bytes: Uint8Array): JsonObject {
  if (bytes.byteLength > MAX_SIDECAR_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes`)
  try {
    return checkFacts(readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as JsonObject)
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    const kind = cause instanceof JsonRefused && cause.why === 'key' ? 'sidecar-unkeepable' : 'sidecar-damaged'
    throw new Problem(kind, cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** The value itself, once it fits the schema. Throws as `readFacts` does. */
export function checkFacts(file: JsonObject): JsonObject {
  const version = isObject(file) ? file['formatVersion'] : undefined
  if (typeof version === 'number' && version > 1)
    throw new Problem('sidecar-newer', `It has format version ${version}.`)
  const result = FactsFile.safeParse(file)
  if (!result.success) throw new Problem('sidecar-damaged', z.prettifyError(result.error))
  const seen = new Set<string>()
  for (const name of (file['zones'] as readonly JsonObject[]).map(nameOf)) {
    // Neither may be dropped, and both can't be held.
    if (seen.has(name)) throw new Problem('sidecar-unkeepable', `Two zones begin at ${name}.`)
    seen.add(name)
  }
  return file
}

/** A correction by where it begins, and in which text where that isn't the file's. */
function nameOf({ start, textSha256 }: JsonObject): string {
  return textSha256 === undefined ? String(start) : `${start} in ${String(textSha256)}`
}

export function factsHeadOf(file: JsonObject): FactsHead {
  const rest = restOf(file, topKeys)
  const articleRest = restOf(file['article'] as JsonObject, articleKeys)
  const [revision, created, modified] = [
    file['revision'] as number,
    file['created'] as string,
    file['modified'] as string,
  ]
  const fieldsRest = unknownFields(file)
  const { unpacked } = file
  return {
    ...{ revision, created, modified },
    ...(rest === undefined ? {} : { rest }),
    ...(articleRest === undefined ? {} : { articleRest }),
    ...(fieldsRest === undefined ? {} : { fieldsRest }),
    ...(unpacked === undefined ? {} : { unpacked: textOf(unpacked) }),
  }
}

/** An article as far as placing corrections needs to know it. */
export interface PresentText {
  readonly text: string
  readonly textSha256: string
  readonly blocks: readonly Span[]
}

/**
 * The corrections of a checked facts file, at their blocks in the text at hand.
 * In a changed text a correction follows the one block that begins with its
 * quote; those without such a block come back apart, as they stand.
 */
export function correctionsOf(
  file: JsonObject,
  present: PresentText,
  { toUtf16 }: Offsets,
): { corrections: ZoneCorrection[]; unplaced: JsonObject[] } {
  const madeOn = (file['article'] as JsonObject)['textSha256'] as string
  const corrections: ZoneCorrection[] = []
  const unplaced: JsonObject[] = []
  for (const entry of file['zones'] as readonly JsonObject[]) {
    const { textSha256 = madeOn, ...zone } = entry as JsonObject & { textSha256?: string }
    const block = textSha256 === present.textSha256 ? blockAt(zone, present, toUtf16) : theOneBeginning(zone, present)
    if (!block) {
      unplaced.push({ ...zone, textSha256 })
      continue
    }
    const rest = restOf(zone, zoneKeys)
    const { start, end } = block
    const [quote, kind] = [zone['quote'] as string, zone['zone'] as Zone]
    corrections.push({ start, end, zone: kind, quote, ...(rest === undefined ? {} : { rest }) })
  }
  return { corrections, unplaced }
}

function blockAt(zone: JsonObject, { text }: PresentText, toUtf16: Offsets['toUtf16']): Span | undefined {
  try {
    const span = { start: toUtf16(zone['start'] as number), end: toUtf16(zone['end'] as number) }
    return text.startsWith(zone['quote'] as string, span.start) ? span : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined // offsets outside this text
    throw error
  }
}

function theOneBeginning(zone: JsonObject, { text, blocks }: PresentText): Span | undefined {
  const quote = zone['quote'] as string
  if (quote.trim() === '') return undefined
  const found = blocks.filter(({ start, end }) => text.startsWith(quote, start) && start + quote.length <= end)
  return found.length === 1 ? found[0] : undefined
}

/** What a facts file says of its article; of the text, only how long it is. */
export type FactsArticle = Pick<ArticleOnDisk, 'file' | 'sha256' | 'textSha256' | 'encoding' | 'reader'> & {
  readonly text: Pick<string, 'length'>
}

/** The facts as the text of their file; the same state gives the same bytes. */
export function writeFacts(
  head: FactsHead,
  facts: Facts,
  unplaced: readonly JsonObject[],
  article: FactsArticle,
  offsets: Offsets,
): string {
  const { file, sha256, textSha256, text, encoding, reader } = article
  const corrections = [...facts.corrections.values()].sort((a, b) => a.start - b.start)
  const known = {
    format: 'stet-article',
    formatVersion: 1,
    revision: head.revision,
    article: withRest(
      {
        ...{ file, sha256, textSha256, textLength: offsets.toCodePoint(text.length), offsetUnit: 'codepoint' },
        ...{ encoding, reader },
      },
      head.articleRest,
    ),
    ...saidToFile(facts.said, head.fieldsRest),
    unpacked: head.unpacked === undefined ? undefined : jsonOf(head.unpacked),
    zones: [...corrections.map(correction => correctionToFile(correction, offsets)), ...unplaced],
    created: head.created,
    modified: head.modified,
  }
  return `${writeJson(withRest(known, head.rest))}\n`
}

/** A facts edit as the history holds it. */
export function factsEditToFile(edit: FactsEdit, offsets: Offsets): JsonObject {
  if (edit.kind === 'all') return { kind: 'all', edits: edit.edits.map(part => factsEditToFile(part, offsets)) }
  if (edit.kind === 'encoding') return { kind: 'encoding', encoding: edit.encoding }
  if (edit.kind === 'field')
    return { kind: 'field', name: edit.name, to: edit.to && { value: edit.to.value, by: edit.to.by } }
  const { span, quote, zone } = edit
  return { kind: 'zone', start: offsets.toCodePoint(span.start), end: offsets.toCodePoint(span.end), quote, zone }
}

function correctionToFile({ start, end, zone, quote, rest }: ZoneCorrection, { toCodePoint }: Offsets): JsonObject {
  return withRest({ start: toCodePoint(start), end: toCodePoint(end), zone, quote }, rest)
}

/** Facts files, as recovering them needs to know them. A name is the start of a block, a field's, or `encoding`. */
export const keptFacts: KeptFile = {
  read: readFacts,

  replay(file, edits) {
    const zones = new Map((file['zones'] as readonly JsonObject[]).map(zone => [nameOf(zone), zone]))
    let said = file
    const apply = (edit: JsonObject): void => {
      const after = replaySaid(said, edit)
      if (after) said = after
      else if (edit['kind'] === 'all') for (const part of edit['edits'] as readonly JsonObject[]) apply(part)
      else if (edit['kind'] !== 'zone') throw new RangeError(`No edit of the kind ${String(edit['kind'])}`)
      else if (edit['zone'] === null) zones.delete(String(edit['start']))
      else {
        const { start, end, zone, quote } = edit as { start: number; end: number; zone: string; quote: string }
        zones.set(String(start), { ...zones.get(String(start)), start, end, zone, quote })
      }
    }
    for (const { edit } of edits) apply(edit)
    const last = edits.at(-1)
    const revision = Math.max(last?.revision ?? 0, (file['revision'] as number) + 1)
    const newest = last ? { revision, modified: last.at } : {}
    return checkFacts({ ...said, zones: [...zones.values()], ...newest })
  },

  touched(edit) {
    if (edit['kind'] === 'all') return (edit['edits'] as readonly JsonObject[]).flatMap(part => this.touched(part))
    return [touchedSaid(edit) ?? String(edit['start'])]
  },

  part(file, name) {
    const zone = (file['zones'] as readonly JsonObject[]).find(one => nameOf(one) === name)
    const part = zone ?? saidPart(file, name)
    return part === undefined ? undefined : textOf(part)
  },

  join(agreed, theirs, pending) {
    const sides = { agreed, ours: this.replay(agreed ?? theirs, pending), theirs }
    const merged = mergeFacts(sides, pending)
    if (!merged) return null
    const { edit, contradictions } = merged
    const file = edit ? this.replay(theirs, [{ ...pending.at(-1)!, edit }]) : theirs
    return { file, edit, contradictions, isOpen: false }
  },
}
