import type { KeyValue } from 'hyparquet'
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'
import type { ParquetRow } from './articleRow.ts'
import { columnNames, schemaOf } from './columns.ts'

/** Rows of a group, and what their texts and annotations come to in characters, at most: a group is held whole while it is written, and by whoever reads it. */
const GROUP_ROWS = 1000
const GROUP_CHARACTERS = 16 * 1024 * 1024

/** A Parquet file that is written a group of rows at a time, and of which no more is held. */
export class ParquetFile {
  readonly #bytes = new ByteWriter()
  readonly #writer: ParquetWriter
  readonly #columns: readonly string[]
  readonly #groupRows: number
  #rows: ParquetRow[] = []
  #characters = 0

  /** `keys` are words that the file says of itself. `groupRows` is smaller only in tests. */
  constructor(withSplit: boolean, keys: readonly KeyValue[], groupRows = GROUP_ROWS) {
    this.#columns = columnNames.filter(name => withSplit || name !== 'split')
    this.#groupRows = groupRows
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: schemaOf(withSplit),
      kvMetadata: [...keys],
      createdBy: 'Stet',
    })
  }

  /** Adds a row of so many characters. Returns what can be written, or null. */
  add(row: ParquetRow, characters: number): Uint8Array | null {
    this.#rows.push(row)
    this.#characters += characters
    return this.#rows.length >= this.#groupRows || this.#characters >= GROUP_CHARACTERS ? this.#group() : null
  }

  /** The end of the file. */
  end(): Uint8Array {
    if (this.#rows.length > 0) this.#writeGroup()
    this.#writer.finish()
    return this.#taken()
  }

  #group(): Uint8Array {
    this.#writeGroup()
    return this.#taken()
  }

  #writeGroup(): void {
    const columnData = this.#columns.map(name => ({ name, data: this.#rows.map(row => row[name]) }))
    this.#writer.write({ columnData, rowGroupSize: this.#rows.length })
    this.#rows = []
    this.#characters = 0
  }

  #taken(): Uint8Array {
    const taken = this.#bytes.getBytes().slice()
    // Where the next byte goes in the file, `offset`, goes on.
    this.#bytes.index = 0
    return taken
  }
}
