import type { DatasetLayer, DatasetLink } from '../../dataset/dataset.ts'
import { isSafe } from './safeNames.ts'

/** The attribute of a link that says which of a file's equivalence lines it belongs to, counted from 1. */
export const EQUIVALENCE = 'equivalence'
/** The attribute of a link that is a note of brat's. */
export const NOTE = 'note'
/** The attributes of a link whose ends brat calls otherwise than Arg1 and Arg2. */
export const ENDS = ['Arg1', 'Arg2'] as const
/** What the ends of a role are called that an event's own line can't say, since it has attributes. */
export const ROLE_ENDS = ['Stet-event', 'Stet-filler'] as const

/** How the links of a layer become lines. */
export interface SortedLinks {
  /** By frame: its roles, in their order. */
  readonly roles: ReadonlyMap<string, readonly DatasetLink[]>
  /** Each is one chain, from annotation to annotation. */
  readonly equivalences: readonly (readonly DatasetLink[])[]
  readonly relations: readonly DatasetLink[]
}

export function sortLinks({ annotations, links }: DatasetLayer): SortedLinks {
  const frames = new Set(annotations.filter(({ cameAs }) => cameAs === 'frame').map(({ id }) => id))
  const roles = new Map<string, DatasetLink[]>()
  const rest: DatasetLink[] = []
  for (const link of links) {
    const isRole = link.cameAs === 'role' && frames.has(link.from) && Object.keys(link.attributes).length === 0
    if (isRole) roles.set(link.from, [...(roles.get(link.from) ?? []), link])
    else rest.push(link)
  }
  const equivalences = chainsIn(rest)
  const chained = new Set(equivalences.flat())
  return { roles, equivalences, relations: rest.filter(link => !chained.has(link)) }
}

/** What comes in order of its numbers and hangs together: only that is read back as it was. */
function chainsIn(links: readonly DatasetLink[]): DatasetLink[][] {
  const byNumber = new Map<unknown, DatasetLink[]>()
  for (const link of links) {
    const number = link.attributes[EQUIVALENCE]
    if (number !== undefined && Object.keys(link.attributes).length === 1 && link.cameAs === undefined)
      byNumber.set(number, [...(byNumber.get(number) ?? []), link])
  }
  const chains: DatasetLink[][] = []
  for (const [number, chain] of byNumber) {
    const hangsTogether = chain.every(
      ({ type, from }, i) => type === chain[0]!.type && (i === 0 || from === endOf(chain[i - 1]!)),
    )
    if (hangsTogether && number === String(chains.length + 1)) chains.push(chain)
  }
  return chains
}

/** The annotation that a link ends at; none where it is an entity or the author, of which brat can't speak. */
export function endOf({ to }: DatasetLink): string | undefined {
  return 'annotation' in to ? to.annotation : undefined
}

/** What a relation's ends are called, and the attributes that don't say so. */
export function endsOf({ attributes, cameAs }: DatasetLink): {
  ends: readonly [string, string]
  rest: [string, unknown][]
} {
  const all = Object.entries(attributes)
  if (cameAs === 'role') return { ends: ROLE_ENDS, rest: all }
  const [one, other] = [attributes[ENDS[0]], attributes[ENDS[1]]]
  const isNamed = typeof one === 'string' && typeof other === 'string' && isSafe(one) && isSafe(other) && one !== other
  if (!isNamed || areUsual(one, other)) return { ends: ENDS, rest: all }
  return { ends: [one, other], rest: all.filter(([name]) => name !== ENDS[0] && name !== ENDS[1]) }
}

/** Whether ends called so need no attributes, since they are called so by brat or by us. Ends may stand in any order. */
export function areUsual(one: string, other: string): boolean {
  const both = [one, other].sort().join(' ')
  return both === ENDS.join(' ') || both === ROLE_ENDS.join(' ')
}
