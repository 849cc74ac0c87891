/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first eight. */
const [ROUNDS, BEGIN] = (() => {
  const primes: number[] = []
  for (let number = 2; primes.length < 64; number++)
    if (primes.every(prime => number % prime !== 0)) primes.push(number)
  const fraction = (value: number) => ((value - Math.floor(value)) * 0x1_0000_0000) >>> 0
  return [primes.map(prime => fraction(Math.cbrt(prime))), primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)))]
})()

/** The SHA-256 of bytes, 32 of them, at once: what is written piece by piece can't wait for the platform's. For a style or two, not for files. */
export function sha256Now(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const state = new Uint32Array(BEGIN)
  const words = new Uint32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + i * 4)
    for (let i = 16; i < 64; i++) {
      const [early, late] = [words[i - 15]!, words[i - 2]!]
      const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
      const other = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
      words[i] = words[i - 16]! + one + words[i - 7]! + other
    }
    mix(state, words)
  }
  const hash = new Uint8Array(32)
  for (const [i, word] of state.entries()) new DataView(hash.buffer).setUint32(i * 4, word)
  return hash
}

function mix(state: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = [...state] as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i]! + words[i]!
    const other = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) >>> 0, c, b, a, (one + other) >>> 0]
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i]! += value
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
