import { fieldNames } from '../../article/metadata.ts'
import type { ReadChoices, ReadEntity, ReadItem } from '../../dataset/format.ts'
import { articleItems } from '../tables/reading.ts'
import type { TakenRow } from '../tables/readRows.ts'

type Values = Readonly<Record<string, unknown>>

/** The article that a row says; `row` is counted from 1. */
export async function* itemsOf(
  said: Values,
  file: string,
  row: number,
  choices: ReadChoices,
): AsyncGenerator<ReadItem> {
  const unit = wordsIn(said['offset_unit'])
  const taken = (cells: Readonly<Record<string, string>>): TakenRow => ({
    ...{ file, line: row, table: 'annotations' },
    cells: { unit, ...cells },
  })
  const entities = new Map(listIn(said['entities']).map(one => [wordsIn(one['id']), entityIn(one)]))
  const article = {
    ...{ article: wordsIn(said['path']), split: wordsIn(said['split']), text: wordsIn(said['text']) },
    ...cellsOf(said, fieldNames),
  }
  const rows = {
    layers: listIn(said['layers']).map(one => taken(cellsOf(one, ['annotator', 'status']))),
    zones: listIn(said['zones']).map(one => taken(cellsOf(one, ['start', 'end', 'zone']))),
    annotations: listIn(said['annotations']).map(one =>
      taken({
        ...cellsOf(one, ['annotator', 'id', 'tag', 'start', 'end', 'quote', 'entity', 'note', 'came_as']),
        spans: listIn(one['spans'])
          .map(({ start, end }) => `${start}-${end}`)
          .join(' '),
        other_attributes: wordsIn(one['attributes']),
      }),
    ),
    links: listIn(said['links']).map(one =>
      taken({
        ...cellsOf(one, ['annotator', 'id', 'type', 'from', 'to_kind', 'to', 'cue', 'cue_start', 'cue_end', 'came_as']),
        other_attributes: wordsIn(one['attributes']),
      }),
    ),
  }
  yield* articleItems({ file, line: row, cells: article }, rows, {
    ...{ choices, entities, unit: choices.unit ?? 'codepoint' },
    kindOf: () => 'text',
  })
}

function wordsIn(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

function cellsOf(values: Values, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, wordsIn(values[name])]))
}

function listIn(value: unknown): readonly Values[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'object' && one !== null) : []
}

function entityIn(one: Values): ReadEntity {
  const said = jsonIn(one['external_ids'])
  const externalIds = Object.fromEntries(Object.entries(said).filter(([, value]) => typeof value === 'string'))
  return {
    ...{ id: wordsIn(one['id']), name: wordsIn(one['name']), kind: wordsIn(one['kind']) },
    ...(Object.keys(externalIds).length === 0 ? {} : { externalIds: externalIds as Record<string, string> }),
  }
}

/** An object that a column says as JSON, which hyparquet may have parsed. */
function jsonIn(value: unknown): Values {
  try {
    const said: unknown = typeof value === 'string' ? JSON.parse(value) : value
    return typeof said === 'object' && said !== null ? (said as Values) : {}
  } catch {
    return {}
  }
}
