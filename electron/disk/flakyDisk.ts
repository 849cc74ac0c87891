import type { Disk, OpenFile } from './disk.ts'

/** What goes wrong with a disk, and when. */
export interface Fault {
  /** The first call to fail, counted from 1; `Infinity` only counts. */
  readonly nth: number
  /** A code of the system; or `short` (writes take half) or `lies` (writes take half and say all). */
  readonly code: string
  readonly lasting: 'once' | 'always'
  /** Only calls of these names count, for instance `rename`. */
  readonly only?: readonly string[]
}

/** A disk that fails on cue, for tests. `calls` is how many were made so far, those of open files included. */
export function flakyDisk(disk: Disk, fault: Fault): Disk & { calls(): number } {
  let calls = 0

  function wrap<T extends object>(target: T): T {
    return new Proxy(target, {
      get(_, name) {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function' || typeof name === 'symbol') return member
        return (...parts: unknown[]) => run(name, parts, (...given) => Reflect.apply(member, target, given))
      },
    })
  }

  async function run(name: string, parts: unknown[], go: (...parts: unknown[]) => unknown): Promise<unknown> {
    if (!fault.only || fault.only.includes(name)) calls++
    else return wrapOpen(name, await go(...parts))
    const fails = fault.lasting === 'once' ? calls === fault.nth : calls >= fault.nth
    if (!fails) return wrapOpen(name, await go(...parts))
    if (fault.code === 'short' || fault.code === 'lies') {
      const [bytes, offset, length, position] = parts
      if (name !== 'write' || typeof length !== 'number') return wrapOpen(name, await go(...parts))
      const taken = await go(bytes, offset, Math.ceil(length / 2), position)
      return fault.code === 'lies' ? { bytesWritten: length, buffer: bytes } : taken
    }
    // A file that won't close is closed all the same, or tests run out of files.
    if (name === 'close') await go(...parts)
    throw Object.assign(new Error(`${fault.code}: on cue`), { code: fault.code, syscall: name })
  }

  function wrapOpen(name: string, result: unknown): unknown {
    return name === 'open' ? wrap(result as OpenFile) : result
  }

  const flaky = wrap<Disk>({ ...disk })
  return new Proxy(flaky as Disk & { calls(): number }, {
    get: (_, name) => (name === 'calls' ? () => calls : Reflect.get(flaky, name)),
  })
}
