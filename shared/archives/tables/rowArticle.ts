import { fieldNames } from '../../article/metadata.ts'
import { sha256 } from '../../text/sha256.ts'
import type { ColumnMap, Unpacked } from '../archive.ts'
import { fieldsOf } from '../fieldOf.ts'
import type { Keys } from '../keys.ts'

interface Understood {
  readonly map: ColumnMap
  /** How the table writes days. */
  readonly dates: (said: string) => string | null
  /** How many columns there are. */
  readonly width: number
  readonly keys: Keys
}

/** What a row of a table says; null for one with nothing in it. */
export async function articleOf(
  row: { readonly place: string; readonly cells: readonly string[] },
  { map, dates, width, keys }: Understood,
): Promise<Unpacked | null> {
  const { place, cells } = row
  if (cells.every(cell => cell.trim() === '')) return null
  const said = (name: keyof ColumnMap) =>
    (map[name] ?? []).map(column => cells[column] ?? '').filter(cell => cell.trim() !== '')

  if (isRagged(cells, width, map.text ?? []))
    return unread(
      place,
      'cannot-read',
      `${place} has ${cells.length} cells, but the table has ${width} columns: a mark between cells, or a line end, may stand in a text without quotation marks.`,
    )
  const text = said('text').join('\n\n')
  if (text === '') return unread(place, 'empty-text', `${place} has no text.`)

  const metadata = fieldsOf(
    Object.fromEntries(
      fieldNames.map(name => {
        const words = said(name).join(name === 'title' ? ' – ' : ', ')
        return [name, name === 'published' ? dates(words) : words]
      }),
    ),
  )
  const hash = () => sha256([text, ...fieldNames.map(name => said(name).join('\n'))].join('\0'))
  const known = said('key').join(' ').trim() || said('address').join(' ').trim() || (await hash()).slice(0, 32)
  return { kind: 'article', key: await keys.unique(known, hash), metadata, content: { text } }
}

function unread(key: string, kind: 'cannot-read' | 'empty-text', detail: string): Unpacked {
  return { kind: 'unread', key, problem: { kind, detail } }
}

/**
 * Whether a row's cells may stand in other columns than they belong to. Empty
 * cells too many do no harm, and some programs leave out the last ones that are
 * empty; but where the text is the last that there is, it may have been cut.
 */
function isRagged(cells: readonly string[], width: number, text: readonly number[]): boolean {
  if (cells.length > width) return cells.slice(width).some(cell => cell.trim() !== '')
  return cells.length < width && text.some(column => column >= cells.length - 1)
}
