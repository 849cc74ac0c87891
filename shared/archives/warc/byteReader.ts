const NEW_LINE = 0x0a

/** Bytes that come in pieces, read by lines and by lengths; no more is held than what was asked for, and a piece. */
export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>
  #held: Uint8Array = new Uint8Array(0)

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** The next line without its end, or as much of it as `most` allows; null at the end of all. Bytes stand as ISO 8859-1. */
  async line(most: number): Promise<string | null> {
    let end = this.#held.indexOf(NEW_LINE)
    while (end === -1 && this.#held.length < most && (await this.#more())) end = this.#held.indexOf(NEW_LINE)
    if (this.#held.length === 0) return null
    const length = Math.min(end === -1 ? this.#held.length : end + 1, most)
    const line = letters(this.#held.subarray(0, length))
    this.#held = this.#held.subarray(length)
    return line.replace(/\r?\n$/, '')
  }

  /** The next bytes: fewer where all ends before. */
  async take(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    let left = length
    while (left > 0 && (this.#held.length > 0 || (await this.#more()))) {
      const part = this.#held.subarray(0, left)
      parts.push(part)
      this.#held = this.#held.subarray(part.length)
      left -= part.length
    }
    return joined(parts)
  }

  /** Passes over bytes; how many there were. */
  async skip(length: number): Promise<number> {
    let left = length
    while (left > 0 && (this.#held.length > 0 || (await this.#more()))) {
      const passed = Math.min(left, this.#held.length)
      this.#held = this.#held.subarray(passed)
      left -= passed
    }
    return length - left
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#pieces.next()
    if (done) return false
    this.#held = this.#held.length === 0 ? value : joined([this.#held, value])
    return true
  }
}

export function letters(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
