import type { Zone } from '../../shared/article/article.ts'
import { zones as zoneNames } from '../../shared/article/article.ts'
import type { Feature } from '../../shared/dataset/features.ts'
import { type Fitting, type Format, fittings, type WriteChoices } from '../../shared/dataset/format.ts'
import { DEFAULT_THRESHOLD } from '../../shared/dataset/splits/nearDuplicates.ts'
import { readShard, type Shard } from '../../shared/dataset/splits/shard.ts'
import { readShares } from '../../shared/dataset/splits/shares.ts'
import { formats } from '../../shared/exporters/formats.ts'
import { filterNames, strangeNamesIn } from '../../shared/search/articleFilter.ts'
import { words as en } from '../../shared/words/words.ts'
import type { SplitAsked } from '../dataset/splitDataset.ts'
import { WrongUsage } from './wrongUsage.ts'

/** The format of this name. Throws `WrongUsage` where there is none. */
export async function formatNamed(id: string | undefined): Promise<Format> {
  if (id === undefined) throw new WrongUsage(en.commandLine.needs('--format'))
  const load = Object.hasOwn(formats, id) ? formats[id] : undefined
  if (!load) throw new WrongUsage(en.commandLine.unknownFormat(id, Object.keys(formats).join(', ')))
  return load()
}

/** Words with commas between them; null for none, and for `all`. */
export function listIn(words: string | undefined): string[] | null {
  if (words === undefined || words === 'all') return null
  return words.split(',').flatMap(word => word.trim() || [])
}

/** Zones by their names. Throws `WrongUsage` for one that there isn't. */
export function zonesIn(words: string | undefined): readonly Zone[] | null {
  return (
    listIn(words)?.map(word => {
      const zone = zoneNames.find(name => name === word)
      if (!zone) throw new WrongUsage(en.commandLine.oneOf('--zones', word, zoneNames.join(', ')))
      return zone
    }) ?? null
  )
}

/** What stands behind `--shard`. Throws `WrongUsage`. */
export function shardIn(words: string | undefined): Shard | null {
  if (words === undefined) return null
  const shard = readShard(words)
  if (typeof shard === 'string') throw new WrongUsage(en.commandLine.notAShard(words))
  return shard
}

/** A filter as it stands behind `--articles`; nothing for an empty one. Throws `WrongUsage` where it asks for what there isn't. */
export function filterIn(filter: string | undefined): string | undefined {
  if (filter === undefined || filter.trim() === '') return undefined
  const strange = strangeNamesIn(filter).map(name => `${name}:`)
  if (strange.length === 0) return filter
  throw new WrongUsage(en.commandLine.noSuchField(strange.join(', '), filterNames().join(', ')))
}

/** What stands behind `--split` and `--seed`; null where there is none. Throws `WrongUsage`. */
export function splitIn(words: string | undefined, seed = '1'): SplitAsked | null {
  if (words === undefined) return null
  const parts = readShares(words)
  if ('refused' in parts) throw new WrongUsage(en.commandLine.notShares(words))
  if (!/^\d{1,9}$/.test(seed)) throw new WrongUsage(en.commandLine.oneOf('--seed', seed, '0 … 999999999'))
  return { parts, seed: Number(seed), threshold: DEFAULT_THRESHOLD }
}

/** What can be chosen for a feature that a format says in part. */
export type OnFeatures = Readonly<Partial<Record<Feature, string | undefined>>>

/** What was chosen of a format's choices. Throws `WrongUsage` for what it doesn't know. */
export function choicesIn(
  format: Format,
  asked: {
    readonly unit?: string | undefined
    readonly withText: boolean
    readonly on: OnFeatures
    readonly with: readonly string[]
  },
): WriteChoices {
  const { units, canLeaveTextOut } = format
  const unit = units.find(one => one === asked.unit) ?? units[0] ?? 'codepoint'
  if (asked.unit !== undefined && unit !== asked.unit)
    throw new WrongUsage(en.commandLine.oneOf('--unit', asked.unit, units.join(', ')))
  if (!asked.withText && !canLeaveTextOut) throw new WrongUsage(en.commandLine.textStays(format.id))
  return {
    ...{
      unit,
      withText: asked.withText,
      fittings: fittingsIn(format, asked.on),
      options: optionsIn(format, asked.with),
    },
  }
}

function fittingsIn({ says }: Format, on: OnFeatures): WriteChoices['fittings'] {
  const chosen: Partial<Record<Feature, Fitting>> = {}
  for (const [name, way] of Object.entries(on) as [Feature, string | undefined][]) {
    if (way === undefined) continue
    const saying = says[name]
    const known = Array.isArray(saying) ? (saying as readonly Fitting[]) : []
    const fitting = fittings.find(one => one === way)
    // What the format says whole needs no choice, and none is refused that would be one elsewhere.
    if (!fitting || (known.length > 0 && !known.includes(fitting)))
      throw new WrongUsage(en.commandLine.oneOf(`--on-${name}`, way, (known.length > 0 ? known : fittings).join(', ')))
    if (known.length > 0) chosen[name] = fitting
  }
  return chosen
}

function optionsIn({ options = [] }: Format, said: readonly string[]): Record<string, string> {
  const chosen = Object.fromEntries(options.map(({ name, values }) => [name, values[0] ?? '']))
  for (const words of said) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/su.exec(words) ?? []
    const option = options.find(one => one.name === name)
    if (!option)
      throw new WrongUsage(en.commandLine.oneOf('--with', words, options.map(({ name }) => `${name}=…`).join(', ')))
    if (option.values.length > 0 && !option.values.includes(value))
      throw new WrongUsage(en.commandLine.oneOf(`--with ${name}=`, value, option.values.join(', ')))
    chosen[name] = value
  }
  return chosen
}
