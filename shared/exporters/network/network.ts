import type { FormatOption, Says } from '../../dataset/format.ts'
import { saysAll } from '../../dataset/format.ts'

/**
 * Which network is drawn of a dataset. `actor-claim` has two kinds of nodes and
 * ties whoever said something to what they said. `actors` ties those who spoke
 * of the same claims: in agreement (`congruence`) or against each other
 * (`conflict`). `event-actor` ties events to those who took part.
 */
export const modes = ['actor-claim', 'actors', 'event-actor'] as const
export type Mode = (typeof modes)[number]

/**
 * What becomes of polarity. `apart`: ties of each sign are ties of their own.
 * `difference`: one tie, weighted with the positive less the negative.
 * `ignored`: one tie, whatever the polarity.
 */
export const signs = ['apart', 'difference', 'ignored'] as const
export type SignChoice = (typeof signs)[number]

/** How ties are cut by when their articles were published. */
export const windows = ['none', 'month', 'quarter', 'year'] as const
export type Window = (typeof windows)[number]

/** Whether what an actor says of a claim counts once an article, whoever annotated it, or as often as it was annotated. */
export const counts = ['article', 'annotation'] as const
export type Count = (typeof counts)[number]

export interface NetworkChoices {
  readonly mode: Mode
  readonly sign: SignChoice
  readonly window: Window
  readonly count: Count
}

/** Someone, something said, or something that happened. */
export interface NetworkNode {
  readonly id: string
  readonly label: string
  readonly kind: 'actor' | 'claim' | 'event'
  /** By what it is told from others: an entity of the register, or its own words in the articles. */
  readonly known: 'entity' | 'words'
  /** What kind of entity it is; '' where it is none. */
  readonly entityKind: string
  /** How often it was spoken, spoken of or taken part in, as counted. */
  readonly mentions: number
}

export interface NetworkEdge {
  readonly source: string
  readonly target: string
  /** `positive`, `negative` or `neutral`; `congruence` or `conflict`; `difference`; `said` or `shared`; a participant's role. */
  readonly kind: string
  /** Negative where there is more against than for. */
  readonly weight: number
  /** Null where no time was asked for, or none is known. */
  readonly window: TimeWindow | null
}

export interface TimeWindow {
  /** `2031`, `2031-Q1`, `2031-03`. */
  readonly name: string
  /** ISO 8601: its first and its last day. */
  readonly start: string
  readonly end: string
}

/** Nodes by id, edges by their ends, kind and time. */
export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  /** How many nodes go by their own words, since nobody said which entity they are. */
  readonly byWords: number
  /** How many counted mentions have no time that is precise enough for a window. */
  readonly undated: number
}

/** The choices that all formats of networks have. */
export const networkOptions: readonly FormatOption[] = [
  { name: 'network', values: modes },
  { name: 'sign', values: signs },
  { name: 'window', values: windows },
  { name: 'count', values: counts },
]

/** What was chosen; the first of each unless it is one of them. */
export function choicesIn(options: Readonly<Record<string, string>>): NetworkChoices {
  const one = <T extends string>(values: readonly T[], name: string) =>
    values.find(value => value === options[name]) ?? values[0]!
  return {
    mode: one(modes, 'network'),
    sign: one(signs, 'sign'),
    window: one(windows, 'window'),
    count: one(counts, 'count'),
  }
}

/** A network is a view: of an article its date is there, of answers the polarity, of links those that it is made of. */
export const saysOfNetwork: Says = {
  ...saysAll,
  text: 'lost',
  metadata: ['drop'],
  zones: 'lost',
  status: 'lost',
  attributes: ['words'],
  notes: 'lost',
  'link-attributes': ['words'],
  cues: 'lost',
  frames: 'lost',
  'control-characters': 'lost',
}
