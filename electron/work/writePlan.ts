import type { DatasetHead } from '../../shared/dataset/dataset.ts'
import type { Format, Says, WriteChoices, Writer } from '../../shared/dataset/format.ts'
import type { Selection } from '../../shared/dataset/select.ts'
import { formats } from '../../shared/exporters/formats.ts'

/** How a dataset is to be written. */
export interface WritePlan {
  readonly format: string
  readonly head: DatasetHead
  readonly choices: WriteChoices
  readonly selection: Selection
}

/** The format of an id. Throws a RangeError where there is none. */
export async function formatOf(id: string): Promise<Format> {
  const load = Object.hasOwn(formats, id) ? formats[id] : undefined
  if (!load) throw new RangeError(`No format is called ${id}`)
  return load()
}

/** What a format says of a dataset, as it was chosen. */
export function saidBy({ says }: Format, { withText }: WriteChoices): Says {
  return withText ? says : { ...says, text: 'lost' }
}

/** What writes it. Throws a RangeError for a format that isn't written. */
export function writerOf({ id, write }: Format, { head, choices }: WritePlan): Writer {
  if (!write) throw new RangeError(`${id} is only read`)
  return write(head, choices)
}
