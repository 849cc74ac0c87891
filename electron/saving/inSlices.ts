/** Characters written at a time: with all that it takes, a millisecond or two. */
const SLICE = 64 * 1024

/**
 * Texts as bytes, a slice at a time. Between two slices whatever else the
 * process has to do gets its turn, so that a file of any size can be written
 * while a person works.
 */
export async function* inSlices(parts: Iterable<string>): AsyncGenerator<Buffer> {
  let text = ''
  for (const part of parts) {
    text += part
    if (text.length < SLICE) continue
    yield Buffer.from(text)
    text = ''
    await new Promise(resolve => setImmediate(resolve))
  }
  if (text.length > 0) yield Buffer.from(text)
}
