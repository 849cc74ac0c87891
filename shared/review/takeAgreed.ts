import { asOne, type SingleEdit } from '../annotation/asOne.ts'
import type { Edit } from '../annotation/edit.ts'
import { partsOf } from '../annotation/footprint.ts'
import { Layer } from '../annotation/layer.ts'
import type { Case } from './case.ts'
import { type Bench, decide } from './decision.ts'
import { nameOf } from './stateOf.ts'

/** How many layers have to say the same for it to be taken by itself: so many, or `all` of the case's article, which are at least two. */
export type Threshold = 'all' | number

/**
 * The layers whose opinions on a case are taken by itself, sorted; null where
 * they don't agree as far as that, or where anything has been decided of it.
 * Who says the same is told by the case: within the tolerance of its comparison.
 */
export function agreedOn(one: Case, threshold: Threshold): readonly string[] | null {
  const { state, verdicts, gold, opinions, silent, differences } = one
  if (state !== 'open' || verdicts.length > 0 || gold.length > 0) return null
  const least = Math.max(2, threshold === 'all' ? opinions.length + silent.length : threshold)
  const apart = new Set(differences.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  const layers = opinions.map(({ layer }) => layer)
  const groups = new Map<string, readonly string[]>()
  for (const layer of layers) {
    const group = layers.filter(other => other === layer || !apart.has(`${layer} ${other}`))
    const isClose = group.every(a => group.every(b => a === b || !apart.has(`${a} ${b}`)))
    if (isClose && group.length >= least) groups.set(group.join(' '), group)
  }
  // Where as many say something else, a person decides.
  return groups.size === 1 ? [...groups.values()][0]! : null
}

/** What becomes of gold when everything is taken that is agreed on. */
export interface Taken {
  /** null where nothing is. */
  readonly edit: Edit | null
  /** The edit that leaves things as they were before (see `isAsSeen`). */
  readonly seen: Edit | null
  /** Of how many cases. */
  readonly count: number
}

/** Takes what all, or enough, agree on in the cases of an article. The gold layer of the bench isn't changed. */
export function takeAgreed(cases: readonly Case[], threshold: Threshold, bench: Bench): Taken {
  const gold = new Layer(bench.gold.contents())
  const given = new Map<string, NonNullable<ReturnType<Bench['verdicts']['get']>>>()
  const verdicts = { get: (name: string) => given.get(name) ?? bench.verdicts.get(name) }
  const edits: SingleEdit[] = []
  const undos: SingleEdit[] = []
  let count = 0
  for (const one of cases) {
    const layers = agreedOn(one, threshold)
    if (!layers) continue
    const { edit } = decide(one, { kind: 'take', layers, asOne: true }, {}, { ...bench, gold, verdicts })
    if (!edit) continue
    count++
    for (const part of partsOf(edit)) {
      edits.push(part)
      undos.push(...partsOf(gold.apply(part)).reverse())
      if (part.kind === 'putVerdict' && 'on' in part.verdict) given.set(nameOf(part.verdict.on), part.verdict)
    }
  }
  return { edit: asOne(edits), seen: asOne(undos.reverse()), count }
}
