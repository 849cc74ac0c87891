import type { Json, JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import { SHORTENED_EDITS } from '../limits.ts'
import { type ListName, lists } from '../sidecar/keptSidecar.ts'
import { Contents, type Form, type Place } from './contents.ts'
import { type Hash, type Line, type NewEntry, writeEntry } from './history.ts'
import type { Moment } from './moment.ts'
import { readStrand, type StrandSource } from './strand.ts'
import { sumEdit, versionEdit, versionIn } from './versions.ts'

/** A shorter history of the same layer. */
export interface Shortened {
  /** Its lines, chained anew. */
  readonly text: string
  /** Hash of the last line. */
  readonly last: string
  /** Steps that are told no more one by one; versions that are kept; edits that are kept as they are. */
  readonly dropped: number
  readonly versions: number
  readonly kept: number
}

/**
 * A history without the single steps between what a person has named. Kept are
 *
 * - the layer as the history found it,
 * - every version with a name, and the sum of the edits before it,
 * - the last `recent` edits, as they are,
 * - the whole file as it stands on disk, with the hash of its bytes, and every line after that.
 *
 * Earlier programs read it as any other. Null where nothing can be left out: it
 * is too short, how the layer stood isn't known, or the file isn't the last
 * that this device wrote.
 */
export function shorten(
  lines: readonly Line[],
  sidecar: { readonly sha256: string; readonly file: JsonObject },
  copyOf: StrandSource['copyOf'],
  hash: Hash,
  recent = SHORTENED_EDITS,
): Shortened | null {
  const cut = lines.findLastIndex(({ entry }) => entry.kind === 'checkpoint')
  const checkpoint = lines[cut]?.entry
  if (checkpoint?.kind !== 'checkpoint' || checkpoint.sha256 !== sidecar.sha256 || checkpoint.lacks > 0) return null
  const first = Math.min(cut, firstKept(lines, recent))
  const asTheyAre = lines.slice(first, cut).filter(({ entry }) => entry.kind === 'edit' || entry.kind === 'base')
  const tail = lines.slice(cut + 1)
  const told = toldBy(lines, copyOf)
  const past = summed(lines.slice(0, first), copyOf, told)
  if (!past || past.dropped < 1) return null
  const writing = new Writing(hash, told)
  for (const entry of past.entries) writing.write(entry)
  for (const line of asTheyAre) writing.again(line)
  writing.write({ kind: 'base', at: checkpoint.at, sha256: sidecar.sha256, parts: [textOf(sidecar.file)] })
  for (const line of tail) writing.again(line)
  return {
    text: writing.text,
    last: writing.last,
    dropped: past.dropped,
    versions: [...told.values()].filter(({ version }) => version !== null).length,
    kept: [...asTheyAre, ...tail].filter(({ entry }) => entry.kind === 'edit').length,
  }
}

/** The hash of no line. */
const NO_LINE = '0'.repeat(64)

/** Lines that are chained anew. */
class Writing {
  text = ''
  last = ''
  private readonly hash: Hash
  private readonly hashes = new Map<string, string>()
  private readonly told: ReadonlyMap<string, unknown>
  private hasTold = false

  constructor(hash: Hash, told: ReadonlyMap<string, unknown>) {
    this.hash = hash
    this.told = told
  }

  write(entry: NewEntry): void {
    const { line, last } = writeEntry(entry, this.last, this.hash)
    this.text += line
    this.last = last
  }

  /** A line of before, with all that it says; one that names another line names it by its new hash. */
  again({ entry, hash }: Line): void {
    if (entry.kind === 'base') this.write({ ...entry, parts: entry.file && [textOf(entry.file)] })
    else this.write(entry.kind === 'edit' ? { ...entry, edit: this.renamed(entry.edit) } : entry)
    if (this.told.has(hash)) this.hasTold = true
    if (this.hasTold) this.hashes.set(hash, this.last)
  }

  /** A moment that is told above the lines that are kept has its name there already: nothing names it again. */
  private renamed(edit: JsonObject): JsonObject {
    const version = versionIn(edit)
    if (!version) return edit
    const of = version.of === '' && this.hasTold ? '' : (this.hashes.get(version.of) ?? NO_LINE)
    return { ...edit, ...versionEdit({ ...version, of }) }
  }
}

/** Where the last so many edits begin. */
function firstKept(lines: readonly Line[], recent: number): number {
  let edits = 0
  let first = lines.length
  while (first > 0 && edits < recent) if (lines[--first]!.entry.kind === 'edit') edits++
  return first
}

/** A thing as the file has it, with the list that it stands in. */
interface InFile {
  readonly place: Place
  readonly value: Json
}

const asInFile: Form<InFile> = {
  of: (place, value) => ({ place, value }),
  isSame: (one, other) => one.place === other.place && textOf(one.value) === textOf(other.value),
}

/** The moments that the lines tell, by the hash of the line that made each. */
function toldBy(lines: readonly Line[], copyOf: StrandSource['copyOf']): Map<string, Moment<InFile>> {
  const source = { device: '', files: [{ lines, damage: 'none' as const }], copyOf }
  const { moments } = readStrand(source, new Contents(nothing, asInFile), asInFile)
  return new Map(moments.map(moment => [moment.line, moment]))
}

const nothing: JsonObject = {
  annotations: [],
  links: [],
  unplaced: [],
  comments: [],
  verdicts: [],
  status: 'in-progress',
}

/** What the lines tell in as few as can be: the first file, and the sum of what came between one version and the next. */
function summed(lines: readonly Line[], copyOf: StrandSource['copyOf'], told: ReadonlyMap<string, Moment<InFile>>) {
  const entries: NewEntry[] = []
  let present: Contents<InFile> | null = null
  let written: Contents<InFile> | null = null
  let first: JsonObject | null = null
  /** What isn't in a sum yet: moments, and the edits that they stand for. */
  let pending = 0
  let edits = 0
  let dropped = 0
  let revision = 0

  /** Everything since the last sum is one edit. */
  function sum(at: string): void {
    if (!present || !written || pending === 0) return
    const changes = written.differences(present).flatMap(({ was, now }) => editsTo(was, now))
    entries.push({ kind: 'edit', at, revision, edit: sumEdit(changes, edits) })
    dropped += pending - 1
    written.apply({ kind: 'all', edits: changes })
    pending = 0
    edits = 0
  }

  for (const { entry, hash } of lines) {
    if (entry.kind === 'base') {
      const file: JsonObject | undefined = entry.file ?? copyOf(entry.sha256!)
      if (!file) return null
      if (!first) {
        first = file
        entries.push({ ...entry, parts: [textOf(file)] })
        written = new Contents(file, asInFile)
      }
      present = new Contents(file, asInFile)
    } else if (entry.kind === 'edit' && present && !versionIn(entry.edit)) {
      present.apply(entry.edit)
      revision = entry.revision
    }
    const moment = told.get(hash)
    if (moment && moment.kind !== 'begun') {
      pending++
      edits += moment.edits
    }
    if (!moment || moment.version === null) continue
    sum(entry.at)
    entries.push({ kind: 'edit', at: entry.at, revision, edit: versionEdit({ name: moment.version, of: '' }) })
  }
  if (lines.length > 0) sum(lines.at(-1)!.entry.at)
  return first && { entries, dropped }
}

/** The edits of the file's form after which a thing is so. */
function editsTo(was: InFile | null, now: InFile | null): JsonObject[] {
  const { place, value } = (now ?? was)!
  if (place === 'status') return [{ kind: 'status', status: value }]
  const list: ListName = place
  const thing = value as JsonObject
  if (now) return [{ kind: lists[list].put, [lists[list].thing]: thing }]
  return [{ kind: lists[list].remove, id: thing['id']! }]
}
