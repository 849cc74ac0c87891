import type { DatasetLayer } from '../../dataset/dataset.ts'
import type { CasFeatures, CasLayer, CasSpan, CasValue, Declared, FeatureKind } from '../cas/model.ts'
import { ANNOTATION } from '../cas/names.ts'
import { segmentsOf } from '../cas/segments.ts'
import { toCas } from '../cas/toCas.ts'
import { chainTypes } from './chains.ts'
import { headLineOf, layersFor, type TsvColumn, type TsvLayer } from './columns.ts'
import { escapedText, escapedValue } from './escapes.ts'
import { type Key, Units } from './units.ts'

/** A file of WebAnno TSV 3.3: one layer of an article, or its text alone. */
export function tsvOf(text: string, layer: DatasetLayer | null): string {
  const { annotations, links } = layer ?? { annotations: [], links: [] }
  const chains = chainTypes({ annotator: '', annotations, links })
  const cas = toCas({ annotator: '', annotations, links }, wordsOnly(chains))
  const segments = segmentsOf(text)
  const units = new Units(segments)
  const layers = layersFor(cas, chains)
  const stacks = stacked(cas, units)
  const rows = units.inOrder()
  const names = new Map(rows.flat().map(({ key, unit }) => [key, unit.name]))
  const cells = new Cells(cas, layers, stacks, names)
  const head = ['#FORMAT=WebAnno TSV 3.3', ...layers.map(headLineOf), '']
  const sentences = segments.flatMap(({ start, end }, i) => [
    '',
    ...text
      .slice(start, end)
      .split('\n')
      .map(line => `#Text=${escapedText(line)}`),
    ...rows[i]!.map(({ key, unit: { name, start, end } }) =>
      [name, `${start}-${end}`, tokenWords(text.slice(start, end)), ...cells.at(key), ''].join('\t'),
    ),
  ])
  return `${[...head, ...sentences].join('\n')}\n`
}

/** Every feature of this format holds words, so that every other kind has a feature of its own; spans refer to each other in chains only. */
function wordsOnly(chains: ReadonlySet<string>): Declared {
  const kinds = new Map<string, FeatureKind | 'span' | 'relation'>()
  const holds = (name: string, kind: FeatureKind | 'span' | 'relation') => {
    if (!kinds.has(name)) kinds.set(name, kind)
    return kinds.get(name) === kind
  }
  return {
    takes(type, feature, kind) {
      if (kind === 'reference') return feature === 'next' && chains.has(type)
      if (kind === 'slot') return holds(`${type}\n${feature}`, kind)
      return kind === 'text' && holds(`${type}\n${feature}`, kind)
    },
    is: holds,
  }
}

/** What stands in each row, by type, in one order for all columns; and the rows of each span. */
interface Stacks {
  readonly at: ReadonlyMap<Key, ReadonlyMap<string, readonly CasSpan[]>>
  readonly rowsOf: ReadonlyMap<string, readonly Key[]>
}

function stacked({ spans }: CasLayer, units: Units): Stacks {
  const at = new Map<Key, Map<string, CasSpan[]>>()
  const rowsOf = new Map<string, Key[]>()
  for (const span of spans) {
    const rows = units.covering(span)
    rowsOf.set(span.key, rows)
    for (const row of rows) {
      const types = at.get(row) ?? new Map<string, CasSpan[]>()
      at.set(row, types)
      types.set(span.type, [...(types.get(span.type) ?? []), span])
    }
  }
  return { at, rowsOf }
}

class Cells {
  readonly #layers: readonly TsvLayer[]
  readonly #stacks: Stacks
  readonly #names: ReadonlyMap<Key, string>
  readonly #relations = new Map<Key, Map<string, CasLayer['relations'][number][]>>()
  /** Numbers of those that their row alone doesn't tell, in this whole file. */
  readonly #numbers = new Map<string, number>()
  readonly #places: ReadonlyMap<string, { chain: number; element: number }>

  constructor(cas: CasLayer, layers: readonly TsvLayer[], stacks: Stacks, names: ReadonlyMap<Key, string>) {
    this.#layers = layers
    this.#stacks = stacks
    this.#names = names
    this.#places = placesInChains(cas)
    for (const relation of cas.relations) {
      const row = stacks.rowsOf.get(relation.to)![0]!
      const types = this.#relations.get(row) ?? new Map<string, CasLayer['relations'][number][]>()
      this.#relations.set(row, types)
      types.set(relation.type, [...(types.get(relation.type) ?? []), relation])
    }
    const toAny = endsOfAnyType(cas, layers)
    for (const { key, type } of cas.spans) {
      const rows = stacks.rowsOf.get(key)!
      const isAlone = rows.length === 1 && stacks.at.get(rows[0]!)!.get(type)!.length === 1
      if (!isAlone || toAny.has(key)) this.#numbers.set(key, this.#numbers.size + 1)
    }
  }

  /** The cells of a row after its words. */
  at(row: Key): string[] {
    return this.#layers.flatMap(({ what, type, columns }) => {
      if (what === 'RL') {
        const relations = this.#relations.get(row)?.get(type)
        return columns.map(column => stackOf(relations, one => this.#relationCell(one, column)))
      }
      const spans = this.#stacks.at.get(row)?.get(type)
      const cell = what === 'CH' ? this.#chainCell.bind(this) : this.#spanCell.bind(this)
      return columns.map(column => stackOf(spans, one => cell(one, column)))
    })
  }

  #spanCell({ key, features, slots }: CasSpan, column: TsvColumn): string {
    if (column.kind === 'filler') {
      const fillers = slots.filter(({ feature }) => feature === column.feature)
      return fillers.length === 0 ? '*' : fillers.map(({ to }) => `${this.#rowName(to)}${this.#number(to)}`).join(';')
    }
    const number = this.#number(key)
    if (column.kind === 'feature') return `${written(features, column.feature)}${number}`
    if (column.kind !== 'role') return `*${number}`
    const roles = slots.filter(({ feature }) => feature === column.feature)
    return `${roles.map(({ role }) => (role === null ? '*' : escapedValue(role))).join(';') || (roles.length > 0 ? '' : '_')}${number}`
  }

  #relationCell({ from, to, features }: CasLayer['relations'][number], column: TsvColumn): string {
    if (column.kind === 'feature') return written(features, column.feature)
    const [governor, dependent] = [this.#numbers.get(from) ?? 0, this.#numbers.get(to) ?? 0]
    const which = governor === 0 && dependent === 0 ? '' : `[${governor}_${dependent}]`
    return `${this.#rowName(from)}${which}`
  }

  #chainCell({ key, features }: CasSpan, column: TsvColumn): string {
    const { chain, element } = this.#places.get(key)!
    if (column.kind !== 'feature') return '*'
    const value = written(features, column.feature)
    return column.feature === 'referenceRelation' ? `${value}->${chain}-${element}` : `${value}[${chain}]`
  }

  #rowName(key: string): string {
    return this.#names.get(this.#stacks.rowsOf.get(key)![0]!)!
  }

  #number(key: string): string {
    const number = this.#numbers.get(key)
    return number === undefined ? '' : `[${number}]`
  }
}

/** INCEpTION has the words of a token as they are; those that would break the row are escaped. */
function tokenWords(words: string): string {
  return /[\t\n\r]/.test(words) ? escapedText(words) : words
}

function stackOf<T>(those: readonly T[] | undefined, cell: (one: T) => string): string {
  return those ? those.map(cell).join('|') : '_'
}

function written(features: CasFeatures, feature: string): string {
  const value = features.get(feature)
  return value === undefined ? '*' : escapedValue(wordsOf(value))
}

function wordsOf(value: CasValue): string {
  if (typeof value !== 'object') return String(value)
  return 'json' in value ? value.json : JSON.stringify(value)
}

/** Whoever is referred to where any type may stand: the row alone doesn't say which is meant. */
function endsOfAnyType({ spans, relations }: CasLayer, layers: readonly TsvLayer[]): Set<string> {
  const ends = new Set<string>()
  for (const { type, columns } of layers)
    for (const column of columns) {
      if (column.kind === 'governor' && column.base === ANNOTATION)
        for (const one of relations) if (one.type === type) ends.add(one.from).add(one.to)
      if (column.kind === 'filler' && column.target === ANNOTATION)
        for (const one of spans)
          if (one.type === type) for (const slot of one.slots) if (slot.feature === column.feature) ends.add(slot.to)
    }
  return ends
}

/** Chains are numbered from 1, and so are their elements; a span without a chain is one by itself. */
function placesInChains({ spans }: CasLayer): Map<string, { chain: number; element: number }> {
  const next = new Map(spans.flatMap(({ key, references }) => references.map(({ to }) => [key, to] as const)))
  const isLater = new Set(next.values())
  const places = new Map<string, { chain: number; element: number }>()
  let chain = 0
  for (const { key } of spans) {
    if (isLater.has(key)) continue
    chain++
    let element = 0
    for (let at: string | undefined = key; at !== undefined; at = next.get(at))
      places.set(at, { chain, element: ++element })
  }
  return places
}
