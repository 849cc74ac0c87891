import { type Disk, type OpenFile, disk as realDisk } from './disk.ts'

/** A disk under a program that can die, for tests: what had begun is finished, and nothing more is ever done. */
export function mortalDisk(): {
  readonly disk: Disk
  die(): Promise<void>
  /** Whether an error is what a dead program says of its disk. */
  isOf(error: unknown): boolean
} {
  const begun = new Set<Promise<unknown>>()
  let isDead = false

  function wrap<T extends object>(target: T): T {
    return new Proxy(target, {
      get(_, name) {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function' || typeof name === 'symbol') return member
        return (...parts: unknown[]) => run(name, () => Reflect.apply(member, target, parts))
      },
    })
  }

  async function run(name: string, go: () => unknown): Promise<unknown> {
    // A file that won't close is closed all the same, or tests run out of files.
    if (isDead && name !== 'close') throw new Dead(name)
    const done = Promise.resolve(go())
    begun.add(done)
    try {
      const result = await done
      return name === 'open' ? wrap(result as OpenFile) : result
    } finally {
      begun.delete(done)
    }
  }

  return {
    disk: wrap<Disk>({ ...realDisk }),
    isOf: error => error instanceof Dead || (error instanceof Error && error.cause instanceof Dead),
    async die() {
      isDead = true
      await Promise.allSettled(begun)
    },
  }
}

class Dead extends Error {
  readonly code = 'EIO'
  readonly syscall: string

  constructor(syscall: string) {
    super('EIO: dead')
    this.syscall = syscall
  }
}
