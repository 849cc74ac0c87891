import type { Feature } from '../../shared/dataset/features.ts'
import type { Fitting, Format } from '../../shared/dataset/format.ts'
import { formats } from '../../shared/exporters/formats.ts'

/** A format as somebody who isn't in the worker knows it: all of it but what reads and writes. */
export interface DescribedFormat extends Pick<Format, 'id' | 'makes' | 'units' | 'canLeaveTextOut' | 'readBy'> {
  /** How what is written ends, without the dot. */
  readonly extension: string
  readonly options: NonNullable<Format['options']>
  readonly isReadBack: boolean
  /** What it says in part, and the ways to do it, the usual one first. */
  readonly ways: readonly { readonly feature: Feature; readonly ways: readonly Fitting[] }[]
}

/** Telling of formats, where loading all of them costs nobody's time. */
export function makeFormatTasks() {
  return {
    /** Every format that is written, in the order of the table. */
    async describe(_: null): Promise<readonly DescribedFormat[]> {
      const all = await Promise.all(Object.values(formats).map(load => load()))
      return all.filter(({ write }) => write !== undefined).map(described)
    },
  }
}

export type FormatTasks = ReturnType<typeof makeFormatTasks>

function described(format: Format): DescribedFormat {
  const { id, makes, units, canLeaveTextOut, readBy, options = [], says, extensions } = format
  return {
    ...{ id, makes, units, canLeaveTextOut, readBy, options, extension: extensions[0] ?? '' },
    isReadBack: format.read !== undefined && format.isView !== true,
    ways: (Object.keys(says) as Feature[]).flatMap(feature => {
      const ways = says[feature]
      return typeof ways === 'string' ? [] : [{ feature, ways }]
    }),
  }
}
