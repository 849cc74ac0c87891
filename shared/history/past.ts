import type { Edit } from '../annotation/edit.ts'
import { leftBy } from '../annotation/footprint.ts'
import { Layer } from '../annotation/layer.ts'
import { isSame } from '../json/isSame.ts'
import type { Moment, Step } from './moment.ts'
import { editsTo, heldIn, nameOfLeft, partOf, type Thing } from './thing.ts'
import type { Timeline } from './timeline.ts'

/** How a thing stands at the moment that is looked at, and how it stands now. */
export interface Difference {
  readonly name: string
  readonly then: Thing | null
  readonly now: Thing | null
}

/**
 * A layer that can be looked at as it stood at any known moment. Going from one
 * moment to another costs what was changed between them; what differs from now
 * is known at any time.
 *
 * `present` is the layer as it is: it changes under the hands of the person,
 * which `edited` has to be told of.
 */
export class Past {
  /** The layer as it stood at the moment that is looked at. */
  readonly layer: Layer
  readonly differences = new Map<string, Difference>()
  private readonly present: Layer
  private readonly own: string
  private readonly tails: Timeline<Thing>['tails']
  private readonly all: Moment<Thing>[]
  /** What was taken back from the present to come here, in that order. */
  private taken: readonly (readonly Step<Thing>[])[] = []
  private isNow = true

  /** `own` is the device whose person edits here. */
  constructor(present: Layer, { moments, tails }: Timeline<Thing>, own: string) {
    this.present = present
    this.own = own
    this.tails = tails
    this.all = [...moments]
    this.layer = new Layer(present.contents())
  }

  get moments(): readonly Moment<Thing>[] {
    return this.all
  }

  /** Shows the layer as it stood right after a known moment; null: as it is now. */
  goTo(index: number | null): void {
    const next = index === null ? [] : this.wayBackTo(index)
    this.isNow = index === null
    let common = 0
    while (common < next.length && this.taken[common] === next[common]) common++
    // What was changed again and again on the way is changed here once.
    const end = new Map<string, Thing | null>()
    for (let i = this.taken.length - 1; i >= common; i--) for (const { name, now } of this.taken[i]!) end.set(name, now)
    for (let i = common; i < next.length; i++) for (const { name, was } of next[i]!) end.set(name, was)
    this.taken = next
    for (const [name, thing] of end) this.set(name, thing)
    for (const name of end.keys()) this.compare(name)
  }

  /** The person changed the layer: a moment more. What is looked at stays as it stood. Returns the moment. */
  edited(edit: Edit, undo: Edit, moment: Pick<Moment<Thing>, 'at' | 'who'>): Moment<Thing> | null {
    const names = [...new Set([...leftBy(edit), ...leftBy(undo)].map(nameOfLeft))]
    const was = new Layer()
    for (const name of names) for (const one of editsTo(name, heldIn(this.present, name))) was.apply(one)
    was.apply(undo)
    const steps = names
      .map(name => ({ name, was: heldIn(was, name), now: heldIn(this.present, name) }))
      .filter(step => !isSame(step.was, step.now))
    if (steps.length === 0) return null
    const made: Moment<Thing> = {
      kind: 'edit',
      device: this.own,
      line: '',
      version: null,
      isKnown: true,
      edits: 1,
      from: null,
      ...moment,
      steps,
    }
    this.all.push(made)
    this.liveFrom ??= this.all.length - 1
    if (this.isNow) for (const step of steps) this.set(step.name, step.now)
    else this.taken = [steps, ...this.taken]
    for (const { name } of steps) this.compare(name)
    return made
  }
  /** Where the moments begin that were made since the histories were read. */
  private liveFrom: number | null = null

  /** Everything that has to be taken back from now, to come to right after a moment. */
  private wayBackTo(index: number): (readonly Step<Thing>[])[] {
    const { device } = this.all[index]!
    const way: (readonly Step<Thing>[])[] = []
    const live = this.liveFrom ?? this.all.length
    for (let i = this.all.length - 1; i > index && i >= live; i--) way.push(this.all[i]!.steps)
    if (device !== this.own || index < live) {
      way.push(this.tails.get(device) ?? [])
      for (let i = Math.min(live, this.all.length) - 1; i > index; i--) {
        const moment = this.all[i]!
        if (moment.device === device && moment.isKnown) way.push(moment.steps)
      }
    }
    return way.filter(steps => steps.length > 0)
  }

  private set(name: string, thing: Thing | null): void {
    for (const edit of editsTo(name, thing, heldIn(this.layer, name))) this.layer.apply(edit)
  }

  private compare(name: string): void {
    const [then, now] = [heldIn(this.layer, name), heldIn(this.present, name)]
    if (isSame(then, now)) this.differences.delete(name)
    else this.differences.set(name, { name, then, now })
  }

  /** The edit of the present layer after which it is as the one that is looked at; null where it is already. */
  restoreAll(): Edit | null {
    return asOne([...this.differences.values()].flatMap(({ name, then, now }) => editsTo(name, then, now)))
  }

  /**
   * The edit after which an annotation is as it stood then. One that is gone
   * comes back with the links that went with it, where their other end is there.
   */
  restoreOne(id: string): Edit | null {
    const difference = this.differences.get(`annotation ${id}`)
    if (!difference) return null
    const { name, then, now } = difference
    if (!then) return this.present.annotations.has(id) ? this.present.removal(id) : asOne(editsTo(name, then, now))
    const back = now ? [] : this.layer.linksOf(id).filter(link => this.standsApartFrom(id, link))
    return asOne([
      ...editsTo(name, then),
      ...back.flatMap(link => editsTo(`link ${link.id}`, { part: 'link', value: link })),
    ])
  }

  /** The edit after which another difference, such as a link or the status, is as it stood then. */
  restoreOther(name: string): Edit | null {
    const difference = this.differences.get(name)
    if (!difference || partOf(name).part === 'annotation') return null
    return asOne(editsTo(name, difference.then))
  }

  private standsApartFrom(id: string, { id: link, from, to }: { id: string; from: string; to: object }): boolean {
    if (this.present.links.has(link)) return false
    const ends = [from, ...('annotation' in to ? [String(to.annotation)] : [])]
    return ends.every(end => end === id || this.present.annotations.has(end))
  }
}

function asOne(edits: readonly Exclude<Edit, { kind: 'all' }>[]): Edit | null {
  return edits.length > 1 ? { kind: 'all', edits } : (edits[0] ?? null)
}
