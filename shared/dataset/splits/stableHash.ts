/**
 * A number of 64 bits that stands for a text, the same on every machine, in
 * every version, for ever: files on other disks were divided by it.
 *
 * It is FNV-1a 64 (Fowler, Noll, Vo) of the text's UTF-8 bytes as
 * they stand, finished by `fmix64` of MurmurHash3 (Appleby). Any program can
 * compute it in ten lines, and here it needs no waiting, as the platform's
 * SHA-256 would. Without the finish the lowest bit would be no more than the
 * parity of all bytes: every article that stands in a folder of its own name
 * (`summit/summit.txt`) would fall on the same side of two.
 */
export function stableHash(text: string): bigint {
  return finished(fnv1a64(new TextEncoder().encode(text)))
}

/** FNV-1a 64 of bytes. Computed in halves of 32 bits, which costs a tenth of what big integers cost. */
export function fnv1a64(bytes: Uint8Array): bigint {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0
    // The prime is 2 ** 40 + 0x1b3; no product here is beyond what a number holds exactly.
    const product = low * 0x1b3
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + low * 2 ** 8) % 2 ** 32
    low = product % 2 ** 32
  }
  return (BigInt(high) << 32n) | BigInt(low)
}

/** After this each bit depends on every bit of the hash. */
function finished(hash: bigint): bigint {
  let mixed = hash
  mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 33n)) * 0xff51afd7ed558ccdn)
  mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 33n)) * 0xc4ceb9fe1a85ec53n)
  return mixed ^ (mixed >> 33n)
}
