import { type Feature, features } from '../../../shared/dataset/features.ts'
import type { Format } from '../../../shared/dataset/format.ts'
import { formats as known } from '../../../shared/exporters/formats.ts'
import { words as en } from '../../../shared/words/words.ts'
import { commandOf } from '../command.ts'
import { asJson } from '../json.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet formats`: what can be written and read, and what each format can't say. */
export const formats = commandOf('formats', { json: { type: 'boolean' } }, async ({ names, values }, { print }) => {
  if (names.length > 0) throw new WrongUsage(en.commandLine.tooMany(names.join(' ')))
  const all = await Promise.all(Object.values(known).map(load => load()))
  if (values.json) print(asJson({ format: 'stet-formats', formatVersion: 1, formats: all.map(tell) }))
  else print(`${all.map(lines).join('\n\n')}\n`)
  return 0
})

function tell({
  id,
  extensions,
  makes,
  says,
  units,
  options = [],
  readBy,
  readInTests = [],
  write,
  read,
  canLeaveTextOut,
}: Format) {
  const ways = { out: write !== undefined, in: read !== undefined }
  return {
    id,
    title: titleOf(id),
    ...ways,
    makes,
    extensions,
    units,
    options,
    canLeaveTextOut,
    says,
    readBy,
    readInTests,
  }
}

function lines(format: Format): string {
  const { id, says, readBy, readInTests = [], write, read, options = [] } = format
  const ways = [...(write ? [en.datasets.out] : []), ...(read ? [en.datasets.in] : [])].join(', ')
  const lost = features.filter(name => says[name] === 'lost')
  const changed = features.filter(name => typeof says[name] !== 'string')
  const wayOf = (name: Feature) => `${en.datasets.features[name]} (${(says[name] as readonly string[]).join(', ')})`
  return [
    `${id}  ${titleOf(id)} (${ways})`,
    ...(write ? [readBy.length > 0 ? en.datasets.readBy(readBy, readInTests) : en.datasets.notReadByOthers] : []),
    ...(write && lost.length > 0
      ? [en.datasets.cannotSay(lost.map(name => en.datasets.features[name]).join(', '))]
      : []),
    ...(write && changed.length > 0 ? [en.datasets.changes(changed.map(wayOf).join(', '))] : []),
    ...options.map(({ name, values }) => `--with ${name}=${values.join('|')}`),
  ].join('\n    ')
}

const titleOf = (id: string) => en.datasets.formats[id] ?? id
