/** The SHA-256 of a text as UTF-8, at once: 64 hexadecimal digits, small letters. For short texts by the thousand, whose wait would cost more than they do. */
export function sha256Now(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const state = Int32Array.from(firstState)
  const schedule = new Int32Array(ROUNDS)
  for (let at = 0; at < padded.length; at += BLOCK) addBlock(state, schedule, view, at)
  return Array.from(state, word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** In bytes. */
const BLOCK = 64
const ROUNDS = 64

const primes = firstPrimes(ROUNDS)
/** As FIPS 180-4 makes them: of the square roots of the first eight primes, of the cube roots of the first sixty-four. */
const firstState = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)))
const constants = primes.map(prime => fraction(Math.cbrt(prime)))

function addBlock(state: Int32Array, schedule: Int32Array, view: DataView, at: number): void {
  for (let i = 0; i < 16; i++) schedule[i] = view.getInt32(at + i * 4)
  for (let i = 16; i < ROUNDS; i++) {
    const far = schedule[i - 15]!
    const near = schedule[i - 2]!
    const mixedFar = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)
    const mixedNear = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10)
    schedule[i] = schedule[i - 16]! + mixedFar + schedule[i - 7]! + mixedNear
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < ROUNDS; i++) {
    const chosen = (e & f) ^ (~e & g)
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + constants[i]! + schedule[i]!) | 0
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + word
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The first 32 bits of what stands behind the point. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000) | 0
}

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let one = 2; found.length < count; one++) if (found.every(prime => one % prime !== 0)) found.push(one)
  return found
}
