import type { ColumnMap } from '../../shared/archives/archive.ts'

/** What a table's row would become, as far as it is shown before it is read. */
export interface ShownRow {
  readonly title: string
  /** Outlet, byline, date and section, those that there are. */
  readonly about: readonly string[]
  readonly text: string
}

/** A row by what its columns hold, joined as the reader of tables joins them. */
export function articleOfRow(row: readonly string[], map: ColumnMap): ShownRow {
  const said = (part: keyof ColumnMap, between: string) =>
    (map[part] ?? [])
      .map(place => row[place] ?? '')
      .filter(cell => cell.trim() !== '')
      .join(between)
  const about = (['outlet', 'byline', 'published', 'section'] as const).map(part => said(part, ', '))
  return { title: said('title', ' – '), about: about.filter(words => words !== ''), text: said('text', '\n\n') }
}
