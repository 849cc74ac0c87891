import type { JsonObject } from '../json/json.ts'
import { Problem } from '../problems/problem.ts'
import { checkSidecar } from '../sidecar/readSidecar.ts'
import { Contents, type Form } from './contents.ts'
import type { Entry, Line } from './history.ts'
import type { Moment, MomentKind, Step } from './moment.ts'
import { editsIn, versionIn } from './versions.ts'

/** The histories of one device, the oldest first: one that was put aside is followed by the one that took its place. */
export interface StrandSource {
  readonly device: string
  readonly files: readonly { readonly lines: readonly Line[]; readonly damage: 'none' | 'torn' | 'broken' }[]
  /** The file that a history began with, by the hash of its bytes, where the history itself doesn't hold it; undefined where nobody does. */
  readonly copyOf: (sha256: string) => JsonObject | undefined
}

/** What one device's histories tell, in order. */
export interface Strand<T> {
  readonly device: string
  readonly moments: readonly Moment<T>[]
  /** What has to change for the layer as it stood last in here to be the layer as it is now. */
  readonly tail: readonly Step<T>[]
  /** Hashes of the bytes that this device put on disk. */
  readonly checkpoints: ReadonlySet<string>
}

/** Reads what one device's histories tell; `now` is the layer as it is. Never throws for damage: that is a moment too. */
export function readStrand<T>(source: StrandSource, now: Contents<T>, form: Form<T>): Strand<T> {
  const reading = new Reading(source, form)
  for (const { lines, damage } of source.files) {
    for (const line of lines) reading.take(line)
    if (damage !== 'none') reading.end(damage)
  }
  return reading.strand(now)
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

class Reading<T> {
  private readonly source: StrandSource
  private readonly form: Form<T>
  private readonly moments: Writable<Moment<T>>[] = []
  /** Where the moment stands that a line led to. */
  private readonly byLine = new Map<string, number>()
  private readonly checkpoints = new Set<string>()
  /** As it stands after the line that was read last; null where that isn't known. */
  private present: Contents<T> | null = null
  /** As it was known last. */
  private known: Contents<T> | null = null
  private who = ''
  private isJoining = false

  constructor(source: StrandSource, form: Form<T>) {
    this.source = source
    this.form = form
  }

  take({ entry, hash }: Line): void {
    if (entry.kind === 'base') this.begin(entry, hash)
    else if (entry.kind === 'edit') this.edit(entry, hash)
    else if (entry.kind === 'checkpoint') this.checkpoints.add(entry.sha256)
    this.byLine.set(hash, this.moments.length - 1)
    this.isJoining = entry.kind === 'base'
  }

  /** The history ends before its end. */
  end(damage: 'torn' | 'broken'): void {
    this.push({ kind: damage, at: this.moments.at(-1)?.at ?? '', line: '' }, [])
    // Nobody knows what is missing.
    if (damage === 'broken') this.present = null
  }

  strand(now: Contents<T>): Strand<T> {
    const { moments, checkpoints } = this
    return {
      device: this.source.device,
      moments,
      checkpoints,
      tail: this.known ? this.known.differences(now) : [],
    }
  }

  private begin(base: Extract<Entry, { kind: 'base' }>, line: string): void {
    const file = this.fileOf(base)
    if (!file) {
      this.present = null
      this.push({ kind: this.moments.length === 0 ? 'begun' : 'outside', at: base.at, line }, [])
      return
    }
    const next = new Contents(file, this.form)
    const steps = this.known?.differences(next)
    this.who = (file['annotator'] as JsonObject)['name'] as string
    const isGap = this.present === null
    this.present = next
    this.known = next
    if (steps?.length === 0 && !isGap) return
    const from = base.sha256 !== null && !this.checkpoints.has(base.sha256) ? base.sha256 : null
    this.push({ kind: this.moments.length === 0 ? 'begun' : 'outside', at: base.at, line, from }, steps ?? [])
  }

  private fileOf({ file, sha256 }: Extract<Entry, { kind: 'base' }>): JsonObject | null {
    try {
      const found = file ?? this.source.copyOf(sha256!)
      return found ? checkSidecar(found) : null
    } catch (problem) {
      if (problem instanceof Problem) return null
      throw problem
    }
  }

  private edit({ at, edit, revision }: Extract<Entry, { kind: 'edit' }>, line: string): void {
    const version = versionIn(edit)
    if (version) {
      this.name(version.name, version.of)
      return
    }
    if (!this.present) {
      this.push({ kind: 'edit', at, line, edits: editsIn(edit) }, [])
      return
    }
    const steps = applied(this.present, edit)
    if (steps === null) {
      this.present = null
      this.push({ kind: 'edit', at, line }, [])
      return
    }
    const edits = editsIn(edit)
    // Several that cancel each other out are still a moment, which may have a name.
    if (steps.length === 0 && edits === 1) return
    const kind: MomentKind = this.isJoining && revision === 0 ? 'joined' : edits > 1 ? 'summed' : 'edit'
    this.push({ kind, at, line, edits }, steps)
  }

  private name(name: string, of: string): void {
    const moment = this.moments[of === '' ? this.moments.length - 1 : (this.byLine.get(of) ?? -1)]
    if (moment) moment.version = name === '' ? null : name
  }

  private push(
    moment: Pick<Moment<T>, 'kind' | 'at' | 'line'> & Partial<Pick<Moment<T>, 'edits' | 'from'>>,
    steps: readonly Step<T>[],
  ): void {
    const { device } = this.source
    const isKnown = this.present !== null && moment.kind !== 'broken' && moment.kind !== 'torn'
    this.moments.push({ device, who: this.who, version: null, edits: 1, from: null, ...moment, isKnown, steps })
  }
}

/** What an edit changed; null for one that this version doesn't know, after which nobody knows how the layer stood. */
function applied<T>(contents: Contents<T>, edit: JsonObject): Step<T>[] | null {
  try {
    return contents.apply(edit)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
