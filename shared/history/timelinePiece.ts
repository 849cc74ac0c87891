import type { Moment, Step } from './moment.ts'
import type { Thing } from './thing.ts'
import type { Timeline } from './timeline.ts'

/**
 * A piece of a timeline as it crosses the bridge. Things are numbered; each is
 * sent once, in the first piece that needs it. -1 stands for nothing.
 */
export interface TimelinePiece {
  readonly things: readonly (readonly [n: number, thing: Thing])[]
  /** The latest first. */
  readonly moments: readonly (Omit<Moment<Thing>, 'steps'> & { readonly steps: readonly NumberedStep[] })[]
  readonly tails: readonly (readonly [device: string, steps: readonly NumberedStep[]])[]
}

type NumberedStep = readonly [name: string, was: number, now: number]

const NOTHING = -1

/** A timeline as the JSON texts of its pieces, the latest moments first; each is about so many characters long. */
export function timelineInPieces({ moments, tails }: Timeline<Thing>, characters: number): string[] {
  const numbers = new Map<Thing, number>()
  let things: string[] = []
  let told: string[] = []
  let weight = 0
  const number = (thing: Thing | null): number => {
    if (!thing) return NOTHING
    const known = numbers.get(thing)
    if (known !== undefined) return known
    const n = numbers.size
    numbers.set(thing, n)
    const text = JSON.stringify([n, thing])
    weight += text.length
    things.push(text)
    return n
  }
  const numbered = (steps: readonly Step<Thing>[]): NumberedStep[] =>
    steps.map(({ name, was, now }) => [name, number(was), number(now)])
  const pieces: string[] = []
  const cut = (tailsHere: string) => {
    pieces.push(`{"things":[${things.join()}],"moments":[${told.join()}],"tails":${tailsHere}}`)
    things = []
    told = []
    weight = 0
  }
  if (tails.size > 0) cut(JSON.stringify([...tails].map(([device, steps]) => [device, numbered(steps)])))
  for (const moment of moments.toReversed()) {
    const text = JSON.stringify({ ...moment, steps: numbered(moment.steps) })
    weight += text.length
    told.push(text)
    if (weight > characters) cut('[]')
  }
  if (told.length > 0) cut('[]')
  return pieces
}

/** Puts pieces together again, in the order in which they were made. */
export class TimelineInPieces implements Timeline<Thing> {
  readonly moments: Moment<Thing>[] = []
  readonly tails = new Map<string, readonly Step<Thing>[]>()
  private readonly latestFirst: Moment<Thing>[] = []
  private readonly things: Thing[] = []

  take(text: string): void {
    const { things, moments, tails } = JSON.parse(text) as TimelinePiece
    for (const [n, thing] of things) this.things[n] = thing
    for (const [device, steps] of tails) this.tails.set(device, this.stepsOf(steps))
    for (const moment of moments) this.latestFirst.push({ ...moment, steps: this.stepsOf(moment.steps) })
  }

  /** All pieces have come. */
  done(): Timeline<Thing> {
    this.moments.push(...this.latestFirst.toReversed())
    return this
  }

  private stepsOf(steps: readonly NumberedStep[]): Step<Thing>[] {
    return steps.map(([name, was, now]) => ({ name, was: this.thing(was), now: this.thing(now) }))
  }

  private thing(n: number): Thing | null {
    return n === NOTHING ? null : this.things[n]!
  }
}
