import type { DatasetHead } from '../../dataset/dataset.ts'
import { into } from './into.ts'
import type { SafeNames } from './safeNames.ts'
import type { NameKind } from './sideFile.ts'

/** What annotation files use of tags, links and attributes, by the ids that stand there. */
export interface Used {
  tag(tag: string): void
  event(tag: string, roles: readonly (readonly [role: string, filler: string])[]): void
  relation(type: string, from: readonly [end: string, tag: string], to: readonly [end: string, tag: string]): void
  equivalence(type: string, tag: string): void
  /** `of` is a tag or `<RELATION>`; no value: it is only there or not. */
  attribute(name: string, of: string, value: string | null): void
}

/** More values of an attribute than anybody chooses from a list. */
const LONGEST_LIST = 100

/** `annotation.conf`, from the codebook and from what is used. */
export class Config implements Used {
  readonly #tags = new Set<string>()
  readonly #events = new Map<string, Map<string, Set<string>>>()
  readonly #relations = new Map<string, Map<string, Set<string>>>()
  readonly #equivalences = new Set<string>()
  readonly #attributes = new Map<string, { readonly of: Set<string>; readonly values: Set<string> }>()

  constructor({ tags, links, attributes }: DatasetHead['codebook'], names: Readonly<Record<NameKind, SafeNames>>) {
    const isOffered = ({ retired, mergedInto }: { retired?: true; mergedInto?: string }) => !retired && !mergedInto
    for (const tag of tags.filter(isOffered)) this.tag(names.tag.idOf(tag.id))
    const known = new Set(tags.filter(isOffered).map(({ id }) => id))
    for (const { id, from, to } of links.filter(({ retired }) => !retired))
      for (const one of from.filter(tag => known.has(tag)))
        for (const other of to.filter(tag => known.has(tag)))
          this.relation(names.link.idOf(id), ['Arg1', names.tag.idOf(one)], ['Arg2', names.tag.idOf(other)])
    for (const { id, tag, choices, retired } of attributes) {
      if (retired || !known.has(tag)) continue
      this.attribute(names.attribute.idOf(id), names.tag.idOf(tag), null)
      for (const choice of choices.filter(isOffered))
        this.attribute(names.attribute.idOf(id), names.tag.idOf(tag), choice.id)
    }
  }

  tag(tag: string): void {
    this.#tags.add(tag)
  }

  event(tag: string, roles: readonly (readonly [role: string, filler: string])[]): void {
    const known = into(this.#events, tag, () => new Map<string, Set<string>>())
    for (const [role, filler] of roles) into(known, role, () => new Set<string>()).add(filler)
  }

  relation(type: string, from: readonly [end: string, tag: string], to: readonly [end: string, tag: string]): void {
    const known = into(this.#relations, type, () => new Map<string, Set<string>>())
    for (const [end, tag] of [from, to]) into(known, end, () => new Set<string>()).add(tag)
  }

  equivalence(type: string, tag: string): void {
    this.#equivalences.add(type)
    this.relation(type, ['Arg1', tag], ['Arg2', tag])
  }

  attribute(name: string, of: string, value: string | null): void {
    const known = into(this.#attributes, name, () => ({ of: new Set<string>(), values: new Set<string>() }))
    known.of.add(of)
    if (value !== null && known.values.size < LONGEST_LIST && /^[^\s,|<>:"[{][^\s,|<>:]*$/.test(value))
      known.values.add(value)
  }

  /** The file's text. brat allows two ends of a relation only: further names of ends are lines of their own. */
  toString(): string {
    const one = ([name, tags]: [string, Set<string>], often = '') => `${name}${often}:${[...tags].join('|')}`
    const events = [...this.#events].map(([event, roles]) =>
      entry(
        event,
        [...roles].map(role => one(role, '*')),
      ),
    )
    const relations = [...this.#relations].flatMap(([type, ends]) => {
      const all = [...ends]
      const pairs = Array.from({ length: all.length / 2 }, (_, i) => all.slice(2 * i, 2 * i + 2))
      const kind = this.#equivalences.has(type) ? ['<REL-TYPE>:symmetric-transitive'] : []
      return pairs.map(pair => entry(type, [...pair.map(end => one(end)), ...kind]))
    })
    const attributes = [...this.#attributes].map(([name, { of, values }]) =>
      entry(name, [`Arg:${[...of].join('|')}`, ...(values.size > 0 ? [`Value:${[...values].join('|')}`] : [])]),
    )
    // brat wants a type in one section only; what is a frame somewhere is one there.
    const entities = [...this.#tags].filter(tag => !this.#events.has(tag))
    const sections = { entities, relations, events, attributes }
    return Object.entries(sections)
      .map(([name, lines]) => `[${name}]\n\n${lines.map(line => `${line}\n`).join('')}`)
      .join('\n')
  }
}

function entry(name: string, parts: readonly string[]): string {
  return parts.length === 0 ? name : `${name}\t${parts.join(', ')}`
}
