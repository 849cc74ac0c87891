import { closeSync, openSync, readSync } from 'node:fs'
import { CannotStart } from '../runtime/cannotStart.ts'

/** A kind of processor, as Node and as Debian call it. */
export interface Architecture {
  readonly node: 'x64' | 'arm64'
  readonly debian: 'amd64' | 'arm64'
}

/** `e_machine` in the header of an ELF file, at byte 18. */
const machines: Readonly<Record<number, Architecture>> = {
  62: { node: 'x64', debian: 'amd64' },
  183: { node: 'arm64', debian: 'arm64' },
}

/** What an executable of Linux runs on, by its header. Throws `CannotStart` for anything else. */
export function architectureOf(executable: string): Architecture {
  const header = Buffer.alloc(20)
  const file = openSync(executable, 'r')
  try {
    readSync(file, header, 0, header.length, 0)
  } finally {
    closeSync(file)
  }
  const isElf = header.subarray(0, 4).equals(Buffer.from('\x7fELF', 'latin1'))
  const found = isElf ? machines[header.readUInt16LE(18)] : undefined
  if (!found) throw new CannotStart(`This is no Electron for Linux on x64 or arm64: ${executable}`)
  return found
}
