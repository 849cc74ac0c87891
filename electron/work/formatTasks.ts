import type { Feature } from '../../shared/dataset/features.ts'
import type { Fitting, Format } from '../../shared/dataset/format.ts'
import { formats } from '../../shared/exporters/formats.ts'
import { isObject } from '../../shared/json/json.ts'
import { readSidecar } from '../../shared/sidecar/readSidecar.ts'

/** A format as somebody who isn't in the worker knows it: all of it but what reads and writes. */
export interface DescribedFormat extends Pick<Format, 'id' | 'makes' | 'units' | 'canLeaveTextOut' | 'readBy'> {
  /** How what is written ends, without the dot. */
  readonly extension: string
  readonly options: NonNullable<Format['options']>
  readonly isReadBack: boolean
  /** What it says in part, and the ways to do it, the usual one first. */
  readonly ways: readonly { readonly feature: Feature; readonly ways: readonly Fitting[] }[]
}

/** Telling what there is to choose from, where loading all formats costs nobody's time. */
export function makeFormatTasks() {
  return {
    /** Every format that is written, in the order of the table. */
    async describe(_: null): Promise<readonly DescribedFormat[]> {
      const all = await Promise.all(Object.values(formats).map(load => load()))
      return all.filter(({ write }) => write !== undefined).map(described)
    },

    /** What an annotator is called in their layer; null where it doesn't say. Throws the Problem by which it can't be read. */
    async annotatorIn({ bytes }: { readonly bytes: Uint8Array }): Promise<string | null> {
      const annotator = readSidecar(bytes)['annotator']
      const name = isObject(annotator) ? annotator['name'] : null
      return typeof name === 'string' && name !== '' ? name : null
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
