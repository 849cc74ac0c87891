import type { JsonObject } from '../json/json.ts'
import { Contents, type Form } from './contents.ts'
import type { Moment, Step } from './moment.ts'
import { readStrand, type Strand, type StrandSource } from './strand.ts'

/**
 * All that the histories of one layer tell, by time. A layer as it stood at a
 * moment is found from how it is now: the strand's tail is taken back, then each
 * known moment of the strand that came later, the last one first.
 */
export interface Timeline<T> {
  /** The oldest first. Moments of one device are in the order of its history, whatever its clock said. */
  readonly moments: readonly Moment<T>[]
  /** What leads from the end of a device's history to the layer as it is now, by device. */
  readonly tails: ReadonlyMap<string, readonly Step<T>[]>
}

/**
 * The timeline of a layer. `now` is its file as it would be taken up now, null
 * for none; `own` the device that reads. What the file holds and no history of
 * this device tells is a moment too, the last one.
 */
export function readTimeline<T>(
  sources: readonly StrandSource[],
  now: JsonObject | null,
  own: string,
  form: Form<T>,
): Timeline<T> {
  const present = new Contents(now ?? nothing, form)
  const strands = sources.map(source => readStrand(source, present, form))
  const moments = merged(strands.map(strand => withTail(strand, now, own))).map(moment => attributed(moment, strands))
  const tails = strands.map(({ device, tail }) => [device, device === own && now ? [] : tail] as const)
  return { moments, tails: new Map(tails) }
}

/** A layer that can't be shown: its file is damaged, and no history can rebuild it. */
const nothing: JsonObject = {
  annotations: [],
  links: [],
  unplaced: [],
  comments: [],
  verdicts: [],
  status: 'in-progress',
}

/** The moments of a strand; those of this device end with what was found in the file and isn't recorded yet. */
function withTail<T>({ device, moments, tail }: Strand<T>, now: JsonObject | null, own: string): readonly Moment<T>[] {
  if (device !== own || tail.length === 0 || !now) return moments
  const who = (now['annotator'] as JsonObject)['name'] as string
  const at = now['modified'] as string
  const found = {
    kind: 'outside',
    at,
    device,
    who,
    line: '',
    version: null,
    isKnown: true,
    edits: 1,
    from: null,
  } as const
  return [...moments, { ...found, steps: tail }]
}

/** By time, without changing the order of any of the lists. */
function merged<T>(lists: readonly (readonly Moment<T>[])[]): Moment<T>[] {
  const timed = lists.flatMap(list => {
    let latest = ''
    return list.map(moment => {
      // A clock that was put back doesn't move what came after to before.
      if (moment.at > latest) latest = moment.at
      return { moment, time: latest }
    })
  })
  return timed.sort((one, other) => (one.time < other.time ? -1 : one.time > other.time ? 1 : 0)).map(one => one.moment)
}

/** An outside change that is a checkpoint of another device says of which. */
function attributed<T>(moment: Moment<T>, strands: readonly Strand<T>[]): Moment<T> {
  if (moment.from === null) return moment
  const strand = strands.find(({ device, checkpoints }) => device !== moment.device && checkpoints.has(moment.from!))
  return { ...moment, from: strand?.device ?? null }
}
