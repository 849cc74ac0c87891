const LF = 10
const MARK = 62 // >
const FROM = [70, 114, 111, 109, 32]

/** A message as it was before a mailbox took it up: one mark is taken from each line that begins with marks and `From `. */
export function unquoted(bytes: Uint8Array): Uint8Array {
  const marks = marksIn(bytes)
  if (marks.length === 0) return bytes
  const kept = new Uint8Array(bytes.length - marks.length)
  let from = 0
  let done = 0
  for (const mark of [...marks, bytes.length]) {
    kept.set(bytes.subarray(from, mark), done)
    done += mark - from
    from = mark + 1
  }
  return kept
}

function marksIn(bytes: Uint8Array): number[] {
  const found: number[] = []
  for (let at = bytes.indexOf(MARK); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
    if (at > 0 && bytes[at - 1] !== LF) continue
    let behind = at
    while (bytes[behind] === MARK) behind++
    if (FROM.every((letter, i) => bytes[behind + i] === letter)) found.push(at)
  }
  return found
}
