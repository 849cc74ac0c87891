import { crc32, deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'

/** A file of an archive that is one byte over and over, deflated by another program than ours, which is far faster at it. */
export interface Swelling {
  readonly deflated: Uint8Array
  readonly length: number
  readonly checksum: number
}

/** `before`, and then one sign (ASCII) as often as it takes for so many MiB. */
export function swelling(mebibytes: number, sign: string, before = ''): Swelling {
  const whole = Buffer.concat([Buffer.from(before), Buffer.alloc(mebibytes * 1024 * 1024, sign)])
  return { deflated: deflateRawSync(whole, { level: 1 }), length: whole.length, checksum: crc32(whole) }
}

/** A whole and honest ZIP archive of these files and of such as swell. */
export function zipOfSwelling(
  files: Readonly<Record<string, Uint8Array>>,
  swollen: Readonly<Record<string, Swelling>>,
): Uint8Array {
  const deflated = Object.entries(swollen).map(([name, { deflated }]) => [name, deflated] as const)
  const bytes = zipSync({ ...files, ...Object.fromEntries(deflated) }, { level: 0 })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let entry = view.getUint32(bytes.length - 22 + 16, true)
  for (let left = view.getUint16(bytes.length - 22 + 10, true); left > 0; left--) {
    const nameLength = view.getUint16(entry + 28, true)
    const one = swollen[new TextDecoder().decode(bytes.subarray(entry + 46, entry + 46 + nameLength))]
    // How it is packed, its checksum and its length, in the list at the end and in the head of the file.
    for (const at of one ? [entry + 10, view.getUint32(entry + 42, true) + 8] : []) {
      view.setUint16(at, 8, true)
      view.setUint32(at + 6, one!.checksum, true)
      view.setUint32(at + 14, one!.length, true)
    }
    entry += 46 + nameLength + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return bytes
}
