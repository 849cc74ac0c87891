import type { CasLayer } from '../cas/model.ts'
import { ANNOTATION } from '../cas/names.ts'

/** A layer of the file: a line of its head. */
export interface TsvLayer {
  readonly what: 'SP' | 'RL' | 'CH'
  readonly type: string
  readonly columns: readonly TsvColumn[]
}

/** A column: a feature, a pair of a role and its filler, the other end of a relation, or a place for what has no features. */
export type TsvColumn =
  | { readonly kind: 'feature'; readonly feature: string }
  | { readonly kind: 'role'; readonly feature: string; readonly linkType: string }
  | { readonly kind: 'filler'; readonly feature: string; readonly target: string }
  | { readonly kind: 'governor'; readonly base: string }
  | { readonly kind: 'place' }

/** The layers that a file needs for what stands in it; `chains` are types of chained spans. */
export function layersFor({ spans, relations }: CasLayer, chains: ReadonlySet<string>): TsvLayer[] {
  const typeOfKey = new Map(spans.map(({ key, type }) => [key, type]))
  const layers: TsvLayer[] = []
  for (const [type, those] of grouped(spans, ({ type }) => type)) {
    if (chains.has(type)) {
      const columns = ['referenceRelation', 'referenceType'].map(feature => ({ kind: 'feature' as const, feature }))
      layers.push({ what: 'CH', type, columns })
      continue
    }
    const features = sorted(those.flatMap(({ features }) => [...features.keys()]))
    const slots = grouped(
      those.flatMap(({ slots }) => slots),
      ({ feature }) => feature,
    )
    const columns: TsvColumn[] = features.map(feature => ({ kind: 'feature', feature }))
    for (const [feature, fillers] of slots) {
      const target = oneOrAny(fillers.map(({ to }) => typeOfKey.get(to)!))
      columns.push({ kind: 'role', feature, linkType: slotTypeOf(type, feature) }, { kind: 'filler', feature, target })
    }
    layers.push({ what: 'SP', type, columns: columns.length > 0 ? columns : [{ kind: 'place' }] })
  }
  for (const [type, those] of grouped(relations, ({ type }) => type)) {
    const features = sorted(those.flatMap(({ features }) => [...features.keys()]))
    const base = oneOrAny(those.flatMap(({ from, to }) => [typeOfKey.get(from)!, typeOfKey.get(to)!]))
    const columns: TsvColumn[] = features.map(feature => ({ kind: 'feature', feature }))
    layers.push({ what: 'RL', type, columns: [...columns, { kind: 'governor', base }] })
  }
  return layers
}

/** What fills a slot, in INCEpTION's own naming. */
export function slotTypeOf(host: string, feature: string): string {
  return `${host}${feature[0]!.toUpperCase()}${feature.slice(1)}Link`
}

/** The line of the head. */
export function headLineOf({ what, type, columns }: TsvLayer): string {
  const words = columns.map(column => {
    if (column.kind === 'feature') return column.feature
    if (column.kind === 'role') return `ROLE_${type}:${column.feature}_${column.linkType}`
    if (column.kind === 'filler') return column.target
    return column.kind === 'governor' ? `BT_${column.base}` : ''
  })
  return `#T_${what}=${[type, ...words].join('|')}`
}

/** The layer that a line of the head declares; null where it is none. */
export function layerFrom(line: string): TsvLayer | null {
  const [, what, rest] = /^#T_(SP|RL|CH)=(.*)$/.exec(line) ?? []
  if (what === undefined || rest === undefined) return null
  const [type, ...words] = rest.split('|')
  if (!type) return null
  const columns: TsvColumn[] = []
  for (const word of words) {
    const before = columns.at(-1)
    const [, feature, linkType] = /^ROLE_(?:.+):([A-Za-z]\w*?)_(.+)$/.exec(word) ?? []
    if (what === 'SP' && feature !== undefined && linkType !== undefined)
      columns.push({ kind: 'role', feature, linkType })
    else if (what === 'RL' && word.startsWith('BT_')) columns.push({ kind: 'governor', base: word.slice(3) })
    else if (before?.kind === 'role') columns.push({ kind: 'filler', feature: before.feature, target: word })
    else columns.push(word === '' ? { kind: 'place' } : { kind: 'feature', feature: word })
  }
  if (columns.length === 0) columns.push({ kind: 'place' })
  return { what: what as TsvLayer['what'], type, columns }
}

function oneOrAny(types: readonly string[]): string {
  return types.every(type => type === types[0]) ? types[0]! : ANNOTATION
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}

function grouped<T>(items: readonly T[], by: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(by(item))
    if (group) group.push(item)
    else groups.set(by(item), [item])
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1))
}
