import { fieldNames, LONGEST_FIELD, sources } from '../../../shared/article/metadata.ts'
import { isProblemKind } from '../../../shared/problems/kinds.ts'
import type { ProblemNotice } from '../../../shared/problems/problem.ts'
import type { ArticleFacts } from '../../work/indexEntries.ts'
import type { LayerCounts } from '../../work/layerCounts.ts'
import { isNotice } from '../../work/notice.ts'
import type { FoundArticle, FoundLayer } from '../listing.ts'

/** What the index knows of one article. It holds for files of just these sizes and dates. */
export interface IndexEntry {
  readonly bytes: number
  readonly mtimeMs: number
  /** The file of its facts; null where there was none. */
  readonly facts: FoundArticle['facts']
  readonly article: ArticleFacts | ProblemNotice
  /** Of the person's own layer; null without one. */
  readonly layer: (FoundLayer & { readonly found: LayerCounts | ProblemNotice }) | null
}

/** The layer of an annotator, among those that were found beside an article. */
export function layerOf(found: FoundArticle, annotator: string | null): FoundLayer | null {
  return found.layers.find(layer => layer.annotator === annotator) ?? null
}

/** Whether an entry still says what the article's file holds. */
export function knowsArticle(entry: IndexEntry | undefined, found: FoundArticle): entry is IndexEntry {
  return entry !== undefined && entry.bytes === found.bytes && entry.mtimeMs === found.mtimeMs
}

/** Whether an entry was made with the facts of the article as they stand. */
export function knowsFacts(entry: IndexEntry | undefined, { facts }: FoundArticle): boolean {
  return entry?.facts?.bytes === facts?.bytes && entry?.facts?.mtimeMs === facts?.mtimeMs
}

/** Whether an entry still says what the annotator's layer holds, or that there is none. */
export function knowsLayer(entry: IndexEntry | undefined, layer: FoundLayer | null): boolean {
  const known = entry?.layer ?? null
  if (!known || !layer) return !known && !layer
  return known.annotator === layer.annotator && known.bytes === layer.bytes && known.mtimeMs === layer.mtimeMs
}

/** Whether a value from the index's file is an entry; the file may be damaged, or of another version. */
export function isEntry(value: unknown): value is IndexEntry {
  if (!isRecord(value) || typeof value['bytes'] !== 'number' || typeof value['mtimeMs'] !== 'number') return false
  const { article, facts, layer } = value
  if (facts !== null && !(isRecord(facts) && isCount(facts['bytes']) && typeof facts['mtimeMs'] === 'number'))
    return false
  if (!isRecord(article) || !(isProblem(article) || isFacts(article))) return false
  if (layer === null) return true
  if (!isRecord(layer) || typeof layer['annotator'] !== 'string' || !isRecord(layer['found'])) return false
  return isProblem(layer['found']) || isCounts(layer['found'])
}

function isProblem(found: Record<string, unknown>): boolean {
  return isNotice(found) && isProblemKind(found.kind) && typeof found.detail === 'string'
}

function isFacts({ kind, fields, words, sha256, textSha256 }: Record<string, unknown>): boolean {
  return (
    kind === undefined &&
    isRecord(fields) &&
    Object.entries(fields).every(([name, field]) => isName(name) && isField(field)) &&
    isCount(words) &&
    isHash(sha256) &&
    isHash(textSha256)
  )
}

function isCounts({ kind, counts, inBoilerplate, unplaced, status }: Record<string, unknown>): boolean {
  if (kind !== undefined || !isRecord(counts) || !Object.values(counts).every(isCount)) return false
  return isCount(inBoilerplate) && isCount(unplaced) && /^(in-progress|done|adjudicated)$/.test(String(status))
}

function isName(name: string): boolean {
  return (fieldNames as readonly string[]).includes(name)
}

function isField(field: unknown): boolean {
  if (!isRecord(field) || typeof field['value'] !== 'string' || field['value'].length > LONGEST_FIELD) return false
  return (sources as readonly unknown[]).includes(field['by'])
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
