/** The SHA-1 of bytes, 20 of them, at once: names become UUIDs by it, and nothing is trusted to it. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
  const words = new Uint32Array(80)
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + i * 4)
    for (let i = 16; i < 80; i++) words[i] = turned(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1)
    mix(state, words)
  }
  const hash = new Uint8Array(20)
  state.forEach((word, i) => void new DataView(hash.buffer).setUint32(i * 4, word))
  return hash
}

function mix(state: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e] = state as unknown as [number, number, number, number, number]
  // No array is made on the way: a project has a hundred thousand names.
  for (let i = 0; i < 80; i++) {
    let mixed = b ^ c ^ d
    let constant = i < 40 ? 0x6ed9eba1 : 0xca62c1d6
    if (i < 20) {
      mixed = (b & c) | (~b & d)
      constant = 0x5a827999
    } else if (i >= 40 && i < 60) {
      mixed = (b & c) | (b & d) | (c & d)
      constant = 0x8f1bbcdc
    }
    const next = (turned(a, 5) + mixed + e + constant + words[i]!) >>> 0
    e = d
    d = c
    c = turned(b, 30)
    b = a
    a = next
  }
  for (const [i, value] of [a, b, c, d, e].entries()) state[i]! += value
}

function turned(word: number, by: number): number {
  return ((word << by) | (word >>> (32 - by))) >>> 0
}
