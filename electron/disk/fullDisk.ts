import { type Disk, type OpenFile, disk as realDisk } from './disk.ts'

/** A disk that is full for as long as a test says so: files can be made, and take no bytes. */
export function fullDisk(): { readonly disk: Disk; isFull: boolean } {
  const state = { isFull: false }

  function wrap<T extends object>(target: T): T {
    return new Proxy(target, {
      get(_, name) {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function' || typeof name === 'symbol') return member
        return async (...parts: unknown[]) => {
          if (state.isFull && /^(write|append)/.test(name))
            throw Object.assign(new Error('ENOSPC: on cue'), { code: 'ENOSPC', syscall: name })
          const result: unknown = await Reflect.apply(member, target, parts)
          return name === 'open' ? wrap(result as OpenFile) : result
        }
      },
    })
  }

  return Object.assign(state, { disk: wrap<Disk>({ ...realDisk }) })
}
