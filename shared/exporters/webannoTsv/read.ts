import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { type TellUntaken, typedValue } from '../cas/fromCas.ts'
import type { CasLayer, CasReference, CasRelation, CasSlot, CasSpan, CasValue } from '../cas/model.ts'
import { ANNOTATION, TOKEN } from '../cas/names.ts'
import type { TsvColumn, TsvLayer } from './columns.ts'
import { bracketed, cut, valueFrom } from './escapes.ts'
import type { TsvFile, TsvRow } from './lines.ts'
import type { Placed } from './place.ts'

const DEPENDENCY = 'de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency'

/** The spans and relations of a file whose rows have their places; what can't be understood is told with its line. */
export function casIn({ layers, sentences }: TsvFile, { at }: Placed, tell: TellUntaken): CasLayer {
  const rows = sentences.flatMap(({ rows }) => rows.filter(row => at.has(row)))
  const reading = new Reading(at, tell)
  let column = 0
  for (const layer of layers) {
    const from = column
    column += layer.columns.length
    for (const row of rows) reading.take(layer, row, row.cells.slice(from, column))
  }
  return reading.all()
}

interface Making extends Omit<CasSpan, 'features' | 'slots' | 'references' | 'start' | 'end'> {
  readonly type: string
  start: number
  end: number
  readonly features: Map<string, CasValue>
  readonly slots: CasSlot[]
  readonly references: CasReference[]
}

/** A reference to a row and a number, which is looked up once everything is read. */
type Later = () => void

class Reading {
  readonly #at: Placed['at']
  readonly #tell: TellUntaken
  readonly #spans = new Map<string, Making>()
  /** Spans by row and type, in the order of their stack. */
  readonly #stacks = new Map<string, Making[]>()
  readonly #numbered = new Map<number, Making>()
  readonly #chains = new Map<string, Map<number, Making>>()
  readonly #rows = new Map<string, TsvRow>()
  readonly #relations: CasRelation[] = []
  readonly #later: Later[] = []

  constructor(at: Placed['at'], tell: TellUntaken) {
    this.#at = at
    this.#tell = tell
  }

  /** The cells that one layer has in a row. */
  take(layer: TsvLayer, row: TsvRow, cells: readonly string[]): void {
    this.#rows.set(row.name, row)
    const stacks = cells.map((cell, i) => (cell === '_' && !this.#isAlone(layer, cells, i) ? [] : cut(cell, '|')))
    const height = Math.max(...stacks.map(({ length }) => length))
    for (let i = 0; i < height; i++) {
      const parts = layer.columns.map((column, c) => ({ column, part: stacks[c]![i] }))
      try {
        if (layer.what === 'SP') this.#span(layer.type, row, parts)
        else if (layer.what === 'RL') this.#relation(layer.type, row, parts)
        else this.#element(layer.type, row, parts)
      } catch (error) {
        if (!(error instanceof Untakeable)) throw error
        this.#tell(error, row.line)
      }
    }
  }

  all(): CasLayer {
    for (const look of this.#later) look()
    for (const elements of this.#chains.values()) {
      const inTurn = [...elements].sort(([one], [other]) => one - other).map(([, element]) => element)
      for (const [i, element] of inTurn.entries())
        if (i > 0) inTurn[i - 1]!.references.push({ feature: 'next', to: element.key })
    }
    return { spans: [...this.#spans.values()], relations: this.#relations }
  }

  /** A cell `_` says that there is nothing, but for a role column beside whose fillers stand `*`: a frame without any. */
  #isAlone({ columns }: TsvLayer, cells: readonly string[], i: number): boolean {
    return columns[i]!.kind === 'role' && cells[i + 1] !== '_'
  }

  #span(type: string, row: TsvRow, parts: readonly Part[]): void {
    const number = parts.reduce<number | null>(
      (found, { column, part }) => (column.kind === 'filler' ? found : (found ?? numberIn(part))),
      null,
    )
    const stack = this.#stackAt(row, type)
    const known = number === null ? undefined : this.#spans.get(`${type}\n${number}`)
    const span =
      known ?? this.#new(type, row, number === null ? `${row.name}\n${type}\n${stack.length}` : `${type}\n${number}`)
    stack.push(span)
    if (number !== null && !this.#numbered.has(number)) this.#numbered.set(number, span)
    // What it says is repeated in every row of it, so that the first is enough.
    if (known) known.end = Math.max(known.end, this.#at.get(row)!.end)
    else for (const [c, { column, part }] of parts.entries()) this.#say(span, column, part, parts[c + 1])
  }

  #say(span: Making, column: TsvColumn, part: string | undefined, next: Part | undefined): void {
    if (part === undefined) return
    if (column.kind === 'feature') setFeature(span.features, column.feature, bracketed(part).value)
    if (column.kind !== 'role' || next?.column.kind !== 'filler') return
    if (next.part === undefined || next.part === '*' || next.part === '_') return
    const { target } = next.column
    const roles = cut(bracketed(part).value, ';')
    const fillers = cut(next.part, ';')
    if (roles.length !== fillers.length)
      throw new Untakeable('malformed', shortened(`${part} ${next.part}`), column.feature)
    for (const [i, filler] of fillers.entries()) {
      const { value, within } = bracketed(filler)
      const role = roles[i] === '*' ? null : valueFrom(roles[i]!)
      this.#later.push(() => {
        const to = this.#find(target, value, Number(within ?? 0)) ?? { key: '' }
        span.slots.push({ feature: column.feature, role, to: to.key })
      })
    }
  }

  #relation(type: string, row: TsvRow, parts: readonly Part[]): void {
    const features = new Map<string, CasValue>()
    for (const { column, part } of parts)
      if (column.kind === 'feature' && part !== undefined) setFeature(features, column.feature, part)
    const end = parts.find(({ column }) => column.kind === 'governor')
    if (end?.column.kind !== 'governor' || end.part === undefined)
      throw new Untakeable('malformed', shortened(parts.map(({ part }) => part ?? '').join(' ')), type)
    const { base } = end.column
    const { value, within } = bracketed(end.part)
    const [governor, dependent] = (within ?? '0_0').split('_').map(Number)
    const isOfTokens = type === DEPENDENCY || base === TOKEN
    this.#later.push(() => {
      const find = (name: string, number: number) =>
        this.#find(base, name, number) ?? (isOfTokens ? this.#token(name) : undefined)
      const [from, to] = [find(value, governor ?? 0), find(row.name, dependent ?? 0)]
      this.#relations.push({ type, from: from?.key ?? '', to: to?.key ?? '', features, line: row.line })
    })
  }

  /** An element of a chain: its first column says which chain, and which element of it. */
  #element(type: string, row: TsvRow, parts: readonly Part[]): void {
    const place = /^([\s\S]*?)(?<!\\)->(\d+)-(\d+)$/.exec(
      parts.find(({ part }) => /->\d+-\d+$/.test(part ?? ''))?.part ?? '',
    )
    if (!place) throw new Untakeable('malformed', shortened(parts.map(({ part }) => part ?? '').join(' ')), type)
    const [, , chain, number] = place
    const elements = this.#chains.get(`${type}\n${chain}`) ?? new Map<number, Making>()
    this.#chains.set(`${type}\n${chain}`, elements)
    const known = elements.get(Number(number))
    const span = known ?? this.#new(type, row, `${type}\n${chain}\n${number}`)
    elements.set(Number(number), span)
    this.#stackAt(row, type).push(span)
    if (known) known.end = Math.max(known.end, this.#at.get(row)!.end)
    else
      for (const { column, part } of parts)
        if (column.kind === 'feature' && part !== undefined)
          setFeature(span.features, column.feature, bracketed(part).value.replace(/(?<!\\)->\d+-\d+$/, ''))
  }

  #new(type: string, row: TsvRow, key: string): Making {
    const span: Making = {
      ...{ key, type, ...this.#at.get(row)!, line: row.line },
      ...{ features: new Map<string, CasValue>(), slots: [], references: [] },
    }
    this.#spans.set(key, span)
    return span
  }

  #stackAt({ name }: TsvRow, type: string): Making[] {
    const key = `${name}\n${type}`
    const stack = this.#stacks.get(key) ?? []
    this.#stacks.set(key, stack)
    return stack
  }

  /** The span that a row and a number tell: 0 is the only one of its type that begins there. */
  #find(type: string, name: string, number: number): Making | undefined {
    if (number > 0) return this.#spans.get(`${type}\n${number}`) ?? this.#numbered.get(number)
    if (type !== ANNOTATION) return this.#stacks.get(`${name}\n${type}`)?.[0]
    for (const [key, stack] of this.#stacks) if (key.startsWith(`${name}\n`)) return stack[0]
    return undefined
  }

  /** A token that nothing but a relation speaks of. */
  #token(name: string): Making | undefined {
    const row = this.#rows.get(name)
    if (!row) return undefined
    return this.#spans.get(`${name}\n${TOKEN}`) ?? this.#new(TOKEN, row, `${name}\n${TOKEN}`)
  }
}

interface Part {
  readonly column: TsvColumn
  readonly part: string | undefined
}

function numberIn(part: string | undefined): number | null {
  const within = bracketed(part ?? '').within
  return within !== null && /^\d+$/.test(within) ? Number(within) : null
}

function setFeature(features: Map<string, CasValue>, feature: string, cell: string): void {
  if (cell !== '*' && cell !== '_') features.set(feature, typedValue(valueFrom(cell), feature))
}
