import type { Format, Part, Writer } from '../../dataset/format.ts'
import { NetworkBuilder } from './build.ts'
import { choicesIn, type Network, type NetworkChoices, networkOptions, saysOfNetwork } from './network.ts'

/** What the formats of networks have in common: they are written of a whole dataset at its end, and not read. */
export function networkFormat(
  format: Pick<Format, 'id' | 'extensions' | 'makes' | 'readBy' | 'readInTests'>,
  partsOf: (network: Network, choices: NetworkChoices, name: string) => Iterable<Part>,
): Format {
  return {
    ...format,
    says: saysOfNetwork,
    units: [],
    canLeaveTextOut: true,
    keepsIds: false,
    options: networkOptions,
    write: (head, { options }): Writer => {
      const choices = choicesIn(options)
      const builder = new NetworkBuilder(head, choices)
      return {
        begin: () => [],
        add: article => {
          builder.add(article)
          return []
        },
        end: () => partsOf(builder.build(), choices, head.name),
      }
    },
  }
}

/** What a reader of a network has to know to count right. */
export function notesOn({ byWords, undated, nodes }: Network, { mode, sign, window, count }: NetworkChoices): string {
  return [
    `network: ${mode}; sign: ${sign}; window: ${window}; counted once an ${count}`,
    `${byWords} of ${nodes.length} nodes go by their own words`,
    ...(window === 'none' ? [] : [`${undated} mentions have no date that is precise enough`]),
  ].join('; ')
}
