import { type Disk, type OpenFile, disk as realDisk } from './disk.ts'

/** A disk that is full for as long as a test says so: files can be made, and take no bytes; `concerns` says which, by their paths. */
export function fullDisk(concerns: (path: string) => boolean = () => true): { readonly disk: Disk; isFull: boolean } {
  const state = { isFull: false }

  function fileAt(path: string, file: OpenFile): OpenFile {
    return new Proxy(file, {
      get(_, name) {
        const member: unknown = Reflect.get(file, name, file)
        if (typeof member !== 'function') return member
        return async (...parts: unknown[]) => {
          if (state.isFull && concerns(path) && /^(write|append)/.test(String(name)))
            throw Object.assign(new Error('ENOSPC: on cue'), { code: 'ENOSPC', syscall: name })
          return Reflect.apply(member, file, parts) as unknown
        }
      },
    })
  }

  const open: Disk['open'] = async (path, ...more) => fileAt(String(path), await realDisk.open(path, ...more))
  return Object.assign(state, { disk: { ...realDisk, open } })
}
