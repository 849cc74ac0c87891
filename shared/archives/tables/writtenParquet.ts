/** A column of a Parquet file that a test writes. */
export interface WrittenColumn {
  readonly name: string
  readonly type: 'text' | 'bytes' | 'number' | 'day'
}

/** How a page is packed, and its number in Parquet's list. */
export interface Packing {
  readonly codec: number
  readonly pack: (bytes: Uint8Array) => Uint8Array
}

export const unpacked: Packing = { codec: 0, pack: bytes => bytes }

/** Snappy in its plainest form: all of it as it stands. */
export const snappy: Packing = {
  codec: 1,
  pack(bytes) {
    const parts: Uint8Array[] = [varint(bytes.length)]
    for (let at = 0; at < bytes.length; at += 65_536) {
      const part = bytes.subarray(at, at + 65_536)
      parts.push(new Uint8Array([61 << 2, (part.length - 1) & 0xff, (part.length - 1) >> 8]), part)
    }
    return joined(parts)
  },
}

/** A Parquet file's beginning, its groups of rows one after the other, and its end: as plain as such files are. */
export class ParquetWriter {
  readonly #columns: readonly WrittenColumn[]
  readonly #packing: Packing
  #at = 4
  readonly #groups: {
    readonly rows: number
    readonly chunks: readonly (readonly [at: number, size: number, unpacked: number])[]
  }[] = []

  constructor(columns: readonly WrittenColumn[], packing: Packing = unpacked) {
    this.#columns = columns
    this.#packing = packing
  }

  begin(): Uint8Array {
    return new TextEncoder().encode('PAR1')
  }

  /** One group, a page a column. */
  group(rows: readonly (readonly (string | number | Uint8Array)[])[]): Uint8Array {
    const chunks: (readonly [number, number, number])[] = []
    const parts = this.#columns.map(({ type }, column) => {
      const values = joined(rows.map(row => plainValue(type, row[column]!)))
      const packed = this.#packing.pack(values)
      // A page's header: data, its sizes, how many values, PLAIN.
      const header = struct([
        [1, i32(0)],
        [2, i32(values.length)],
        [3, i32(packed.length)],
        [
          5,
          {
            kind: 12,
            bytes: struct([
              [1, i32(rows.length)],
              [2, i32(0)],
              [3, i32(3)],
              [4, i32(3)],
            ]),
          },
        ],
      ])
      chunks.push([this.#at, header.length + packed.length, header.length + values.length])
      this.#at += header.length + packed.length
      return joined([header, packed])
    })
    this.#groups.push({ rows: rows.length, chunks })
    return joined(parts)
  }

  end(): Uint8Array {
    const physical = { text: 6, bytes: 6, number: 2, day: 1 }
    const converted = { text: 0, bytes: null, number: null, day: 6 }
    const schema = [
      struct([
        [4, text('root')],
        [5, i32(this.#columns.length)],
      ]),
      ...this.#columns.map(({ name, type }) => {
        const kind = converted[type]
        return struct([
          [1, i32(physical[type])],
          [3, i32(0)],
          [4, text(name)],
          ...(kind === null ? [] : [[6, i32(kind)] as const]),
        ])
      }),
    ]
    const groups = this.#groups.map(({ rows, chunks }) =>
      struct([
        [
          1,
          list(
            12,
            chunks.map(([at, size, whole], column) =>
              struct([
                [2, i64(at)],
                [
                  3,
                  {
                    kind: 12,
                    bytes: struct([
                      [1, i32(physical[this.#columns[column]!.type])],
                      [2, list(5, [zigzag(0)])],
                      [3, list(8, [text(this.#columns[column]!.name).bytes])],
                      [4, i32(this.#packing.codec)],
                      [5, i64(rows)],
                      [6, i64(whole)],
                      [7, i64(size)],
                      [9, i64(at)],
                    ]),
                  },
                ],
              ]),
            ),
          ),
        ],
        [2, i64(chunks.reduce((sum, [, , whole]) => sum + whole, 0))],
        [3, i64(rows)],
      ]),
    )
    const total = this.#groups.reduce((sum, { rows }) => sum + rows, 0)
    const footer = struct([
      [1, i32(1)],
      [2, list(12, schema)],
      [3, i64(total)],
      [4, list(12, groups)],
    ])
    const length = new Uint8Array(new Uint32Array([footer.length]).buffer)
    return joined([footer, length, this.begin()])
  }
}

/** A whole file, a group of rows for each list. */
export function parquetOf(
  columns: readonly WrittenColumn[],
  groups: readonly (readonly (readonly (string | number | Uint8Array)[])[])[],
  packing?: Packing,
): Uint8Array {
  const writer = new ParquetWriter(columns, packing)
  return joined([writer.begin(), ...groups.map(rows => writer.group(rows)), writer.end()])
}

function plainValue(type: WrittenColumn['type'], value: string | number | Uint8Array): Uint8Array {
  if (type === 'number') return new Uint8Array(new BigInt64Array([BigInt(value as number)]).buffer)
  if (type === 'day') return new Uint8Array(new Int32Array([value as number]).buffer)
  const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(String(value))
  return joined([new Uint8Array(new Uint32Array([bytes.length]).buffer), bytes])
}

/** A value of Thrift's compact protocol, with the number of its kind. */
interface Value {
  readonly kind: number
  readonly bytes: Uint8Array
}

const i32 = (number: number): Value => ({ kind: 5, bytes: zigzag(number) })
const i64 = (number: number): Value => ({ kind: 6, bytes: zigzag(number) })
const text = (words: string): Value => {
  const bytes = new TextEncoder().encode(words)
  return { kind: 8, bytes: joined([varint(bytes.length), bytes]) }
}
const list = (kind: number, items: readonly Uint8Array[]): Value => ({
  kind: 9,
  bytes: joined([
    items.length < 15
      ? new Uint8Array([(items.length << 4) | kind])
      : joined([new Uint8Array([0xf0 | kind]), varint(items.length)]),
    ...items,
  ]),
})

function struct(fields: readonly (readonly [number: number, value: Value])[]): Uint8Array {
  let last = 0
  const parts = fields.map(([number, { kind, bytes }]) => {
    const head = new Uint8Array([((number - last) << 4) | kind])
    last = number
    return joined([head, bytes])
  })
  return joined([...parts, new Uint8Array([0])])
}

function zigzag(number: number): Uint8Array {
  return varint(number * 2)
}

function varint(number: number): Uint8Array {
  const bytes: number[] = []
  let left = number
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128)
  return new Uint8Array([...bytes, left])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
