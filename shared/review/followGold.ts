import type { Layer } from '../annotation/layer.ts'
import type { Verdict } from '../annotation/verdict.ts'
import { isSame } from '../json/isSame.ts'
import { adjudicatedOf } from './adjudicated.ts'
import type { Case } from './case.ts'
import { opinionsIn } from './decision.ts'
import { isGoneFrom, type KnownLayers } from './known.ts'
import { nameOf, stateOf } from './stateOf.ts'
import { withdrawnOf } from './withdrawn.ts'

/**
 * The cases of an article as they stand after an edit of gold: with its verdicts,
 * what it has of each, and what is decided by that. All of the article's cases are
 * given, and of which layers it was known what they say; one of which nothing has become otherwise comes back as it is.
 */
export function followGold(all: readonly Case[], gold: Layer, known: KnownLayers): Case[] {
  const cases = all.filter(({ opinions }) => opinions.length > 0)
  const opinions = opinionsIn(cases)
  const on = new Map<string, Verdict[]>()
  const into = new Map<string, Verdict[]>()
  for (const verdict of [...gold.verdicts.values()].sort(byTime)) {
    add(on, nameOf(verdict.on), verdict)
    if (verdict.gold !== undefined) add(into, verdict.gold, verdict)
  }
  const made = new Map<string, string[]>()
  const inGold = new Set([...gold.annotations.keys(), ...gold.unplaced.keys()])
  for (const [name, verdicts] of on)
    for (const { gold: id } of verdicts) if (id !== undefined && inGold.has(id)) add(made, name, id)
  for (const { id, origin } of [...gold.annotations.values(), ...gold.unplaced.values()])
    for (const source of adjudicatedOf(origin)?.of ?? []) add(made, nameOf(source), id)
  const followed = cases.map(one => {
    const names = one.opinions.map(nameOf)
    const verdicts = names.flatMap(name => on.get(name) ?? [])
    const ids = [...new Set(names.flatMap(name => made.get(name) ?? []))].sort()
    const disputed = one.state === 'open' ? new Set(one.verdicts.map(timed)) : new Set<string>()
    const state = stateOf(one.opinions, {
      ...{ on, into, inGold },
      isGone: ({ on: judged }) => isGoneFrom(known, opinions, judged),
      // What was open although it had been judged stays so, until it is judged anew.
      isDisputed: verdict => disputed.has(timed(verdict)),
    })
    const isAsItWas =
      state === one.state &&
      verdicts.map(timed).join() === one.verdicts.map(timed).join() &&
      ids.join() === one.gold.join()
    return isAsItWas ? one : { ...one, verdicts, gold: ids, state }
  })
  const standing = [...gold.annotations.values(), ...gold.unplaced.values()]
  const verdicts = [...gold.verdicts.values()]
  const gone = withdrawnOf({ cases: followed, known, verdicts, gold: standing, isDisputed: isStillDisputed })
  return [...followed, ...gone.map(asBefore)]

  /** Of what was withdrawn: what was open although it had been judged stays so. */
  function isStillDisputed(verdict: Verdict): boolean {
    return all.some(
      one => one.opinions.length === 0 && one.state === 'open' && one.verdicts.map(timed).includes(timed(verdict)),
    )
  }

  /** One of which nothing has become otherwise. */
  function asBefore(one: Case): Case {
    const was = all.find(({ id }) => id === one.id)
    return was && isSame(was, one) ? was : one
  }
}

function timed({ id, created, modified }: Verdict): string {
  return `${id} ${modified ?? created}`
}

function byTime(one: Verdict, other: Verdict): number {
  const [a, b] = [one.modified ?? one.created, other.modified ?? other.created]
  return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

function add<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const known = lists.get(key)
  if (known) known.push(one)
  else lists.set(key, [one])
}
