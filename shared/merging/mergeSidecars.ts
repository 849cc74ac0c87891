import { isSame } from '../json/isSame.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { keptSidecar, lists } from '../sidecar/keptSidecar.ts'
import { type Contradiction, type Decision, keyOf, type Side } from './contradiction.ts'
import { type Collection, collections, endsOf, entriesOf, fieldsOf, isUnplaced, withFields } from './sidecarEntries.ts'

export interface MergedSidecars {
  /** `theirs` with all that is ours in it; what is undecided stands as they have it. */
  readonly file: JsonObject
  /** The edits, in the form of files, that make `file` out of `theirs`. */
  readonly edits: readonly JsonObject[]
  /** What a person still has to decide. */
  readonly contradictions: readonly Contradiction[]
}

/**
 * Merges two versions of one layer by id and field, in the form of files: what
 * only one side changed since `agreed` ends as that side left it. Where nothing
 * is known of what both began with (`agreed` null), what one side lacks is
 * taken over from the other and nothing counts as taken away. What one side took
 * away and the other changed, or linked to, is asked.
 *
 * null where the versions stand on different texts: offsets say nothing then.
 */
export function mergeSidecars(
  sides: { readonly agreed: JsonObject | null; readonly ours: JsonObject; readonly theirs: JsonObject },
  decisions: readonly Decision[] = [],
): MergedSidecars | null {
  const { agreed, ours, theirs } = sides
  const texts = [agreed ?? ours, ours, theirs].map(textOf)
  if (new Set(texts).size > 1) return null
  const linked = { ours: linkedSince(agreed, ours), theirs: linkedSince(agreed, theirs) }
  const merge = new Merge(decisions, linked)
  for (const of of collections) {
    const [was, mine, found] = [agreed ? entriesOf(agreed, of) : new Map(), entriesOf(ours, of), entriesOf(theirs, of)]
    for (const id of new Set([...was.keys(), ...found.keys(), ...mine.keys()]))
      merge.entry(of, id, was.get(id), mine.get(id), found.get(id))
  }
  merge.status(agreed?.['status'], ours['status'] ?? null, theirs['status'] ?? null)
  const at = [ours, theirs].map(file => file['modified'] as string).sort()[1]!
  const edits = merge.edits
  const recorded = edits.map(edit => ({ kind: 'edit' as const, at, revision: ours['revision'] as number, edit }))
  return { file: keptSidecar.replay(theirs, recorded), edits, contradictions: merge.contradictions }
}

/** Both sides entry by entry: what follows for theirs, and what a person has to say. */
class Merge {
  readonly edits: JsonObject[] = []
  readonly contradictions: Contradiction[] = []
  readonly #decided: ReadonlyMap<string, Side>
  readonly #linked: Readonly<Record<Side, ReadonlySet<string>>>

  /** `linked`: the annotations that either side has linked to since both began. */
  constructor(decisions: readonly Decision[], linked: Readonly<Record<Side, ReadonlySet<string>>>) {
    this.#linked = linked
    this.#decided = new Map(decisions.map(decision => [keyOf(decision), decision.side]))
  }

  entry(
    of: Collection,
    id: string,
    was: JsonObject | undefined,
    mine: JsonObject | undefined,
    found: JsonObject | undefined,
  ): void {
    if (!mine && !found) return
    if (mine && found) {
      this.#fields(of, id, was, mine, found)
      return
    }
    const left = (mine ?? found)!
    const [here, gone]: [Side, Side] = mine ? ['ours', 'theirs'] : ['theirs', 'ours']
    // What wasn't there was added; what stayed as it was, and led nowhere new, has been taken away by the other side.
    const isMissed = !saysTheSame(was ?? left, left) || (of === 'annotations' && this.#linked[here].has(id))
    const side = !was ? here : isMissed ? undefined : gone
    const chosen = side ?? this.#ask({ of, id, field: '', agreed: was, ours: mine, theirs: found })
    if (chosen === 'ours') this.edits.push(mine ? put(of, mine) : remove(of, id, left))
  }

  status(was: Json | undefined, mine: Json, found: Json): void {
    const side = this.#sideOfField({ of: 'layer', id: '', field: 'status', agreed: was, ours: mine, theirs: found })
    if (side === 'ours') this.edits.push({ kind: 'status', status: mine })
  }

  #fields(of: Collection, id: string, was: JsonObject | undefined, mine: JsonObject, found: JsonObject): void {
    const [before, one, other] = [was ? fieldsOf(was) : new Map<string, Json>(), fieldsOf(mine), fieldsOf(found)]
    const changes = new Map<string, Json | undefined>()
    for (const field of new Set([...before.keys(), ...one.keys(), ...other.keys()])) {
      const [agreed, ours, theirs] = [before.get(field), one.get(field), other.get(field)]
      if (this.#sideOfField({ of, id, field, agreed, ours, theirs }) === 'ours') changes.set(field, ours)
    }
    if (changes.size === 0) return
    const merged = withFields(found, changes)
    this.edits.push(
      put(of, typeof merged['modified'] === 'string' ? { ...merged, modified: later(mine, found) } : merged),
    )
  }

  #sideOfField(field: Contradiction): Side {
    const { agreed, ours, theirs } = field
    if (isSame(ours, theirs) || isSame(ours, agreed)) return 'theirs'
    return isSame(theirs, agreed) ? 'ours' : this.#ask(field)
  }

  /** What a person decided; until they have, it stays as they have it. */
  #ask(contradiction: Contradiction): Side {
    const decided = this.#decided.get(keyOf(contradiction))
    if (!decided) this.contradictions.push(contradiction)
    return decided ?? 'theirs'
  }
}

/** The annotations at the ends of links that are new in a version, or say something else. */
function linkedSince(agreed: JsonObject | null, version: JsonObject): ReadonlySet<string> {
  const before = agreed ? entriesOf(agreed, 'links') : new Map<string, JsonObject>()
  const isNew = ([id, link]: [string, JsonObject]) => !before.has(id) || !saysTheSame(before.get(id)!, link)
  return new Set([...entriesOf(version, 'links')].filter(isNew).flatMap(([, link]) => endsOf(link)))
}

function saysTheSame(one: JsonObject, other: JsonObject): boolean {
  const [fields, others] = [fieldsOf(one), fieldsOf(other)]
  return fields.size === others.size && [...fields].every(([field, value]) => isSame(value, others.get(field)))
}

function put(of: Collection, entry: JsonObject): JsonObject {
  if (of !== 'annotations') return { kind: lists[of].put, [lists[of].thing]: entry }
  return isUnplaced(entry) ? { kind: 'putUnplaced', unplaced: entry } : { kind: 'put', annotation: entry }
}

function remove(of: Collection, id: string, entry: JsonObject): JsonObject {
  if (of !== 'annotations') return { kind: lists[of].remove, id }
  return { kind: isUnplaced(entry) ? 'removeUnplaced' : 'remove', id }
}

function later(...entries: readonly JsonObject[]): Json {
  return entries
    .flatMap(({ modified }) => (typeof modified === 'string' ? [modified] : []))
    .sort()
    .at(-1)!
}

function textOf(file: JsonObject): Json | undefined {
  return (file['article'] as JsonObject)['textSha256']
}
