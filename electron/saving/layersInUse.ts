import { randomUUID } from 'node:crypto'
import {
  isFolderGone,
  leaveOwner,
  makeOwner,
  type Owner,
  type OwnerPlace,
  ownersAside,
  readOwner,
  removeOwner,
} from './ownerFile.ts'
import { type Fate, type Processes, type ProcessName, processes } from './processes.ts'

/** Who has a layer that somebody else wants too. */
export interface Holder {
  /** `window`: another of this program; `program`: another one on this computer; `computer`: one that can't be seen from here. */
  readonly where: 'window' | 'program' | 'computer'
  /** The name of the computer, where it is another; '' where it isn't known. */
  readonly computer: string
  /** ISO 8601. */
  readonly since: string
  /** Whether a person may say that it isn't at work any more: nobody can know it from here. */
  readonly mayBeGone: boolean
}

/** A layer that somebody wants. */
export interface WantedLayer extends OwnerPlace {
  /** The sidecar's absolute path: two workspaces of one program may overlap, so it is that which counts. */
  readonly file: string
  /** What this device is called in histories. */
  readonly device: string
  readonly now: () => Date
}

/** Who wants a layer, or has it. */
export interface Claimant {
  /** Who had it has let go, or is no more: it can be asked for again. */
  free(): void
  /** Somebody else has taken it, because a person said so there. */
  lost(): void
}

/** What became of asking for a layer. */
export interface Taken {
  /** Who has it; null: whoever asked. */
  readonly holder: Holder | null
  /** Devices of programs on this computer that certainly ended without letting go: their histories may hold what the file lacks. */
  readonly endedIn: readonly string[]
}

interface Held {
  readonly claimant: Claimant
  readonly layer: WantedLayer
  readonly owner: Owner
  /** Take away the files of those that ended before. */
  forget: readonly (() => Promise<void>)[]
}

interface Waiting {
  readonly layer: WantedLayer
  /** Whom a person has said to be gone. */
  readonly holder: string | null
}

const LOOK_EVERY_MS = 1_000
/** How often a folder may be taken away while a file is made in it. */
const MOST_TRIES = 100

/**
 * Which layers are open for writing: one window has each, in this program and,
 * by a small file beside the history while it lasts, in all programs that have
 * the folder before them. Who comes second is told who has it, and when it is
 * free. A file that a dead program of this computer left counts for nothing.
 *
 * Where the disk takes no such file (a folder that can only be read), a layer
 * counts as free: nothing can be written there either.
 */
export class LayersInUse {
  readonly #processes: Processes | null
  /** This program's, by the sidecar's path. */
  readonly #held = new Map<string, Held>()
  readonly #waiting = new Map<Claimant, Waiting>()
  /** Who is about to have or to wait for one. */
  readonly #asking = new Set<Claimant>()
  /** Tokens of owners whom a person has said to be gone. */
  readonly #overruled = new Set<string>()
  /** Programs have this for good; where one is only played, each has its own. */
  readonly #run = randomUUID()
  #timer: NodeJS.Timeout | null = null
  /** The look that is under way. */
  #looking: Promise<void> | null = null

  /** Without processes only this program's windows count, and nothing is written. */
  constructor(seen: Processes | null = processes()) {
    this.#processes = seen
  }

  /** Takes a layer for a claimant, unless another has it. A claimant has, or waits for, one layer at most. */
  async take(layer: WantedLayer, claimant: Claimant): Promise<Taken> {
    this.#waiting.delete(claimant)
    const present = this.#held.get(layer.file)
    if (present?.claimant === claimant) return mine
    if (present) return this.#wait(layer, claimant, asWindow(present.owner), null)
    this.#asking.add(claimant)
    const owner = {
      token: `${this.#run} ${randomUUID()}`,
      process: (await this.#processes?.me()) ?? nowhere,
      device: layer.device,
      since: layer.now().toISOString(),
    }
    // It may have been let go of while this program looked up its name, or another window may have come.
    if (!this.#asking.delete(claimant)) return mine
    if (this.#held.has(layer.file)) return this.take(layer, claimant)
    const held: Held = { claimant, layer, owner, forget: [] }
    this.#held.set(layer.file, held)
    if (!this.#processes) return mine
    this.#look()
    for (let tries = 1; ; tries++) {
      try {
        return await this.#claim(held)
      } catch (error) {
        if (!isFolderGone(error) || tries === MOST_TRIES) return mine
      }
    }
  }

  /** Gives back what a claimant has. Resolves once others can see it. */
  async leave(claimant: Claimant): Promise<void> {
    this.#asking.delete(claimant)
    this.#waiting.delete(claimant)
    await this.#looking // it may be making a file anew
    for (const [file, held] of [...this.#held]) {
      if (held.claimant !== claimant) continue
      if (this.#processes) await leaveOwner(held.layer, held.owner).catch(() => {})
      if (this.#held.get(file) === held) this.#held.delete(file)
      this.#tellFree(file)
    }
    this.#rest()
  }

  /** A person says that whoever a claimant waits for is not at work any more. It is free then, for whoever asks first. */
  overrule(claimant: Claimant): void {
    const holder = this.#waiting.get(claimant)?.holder
    if (holder) this.#overruled.add(holder)
  }

  /** What those had recorded who ended before a claimant took the layer is in the file now, or can't be brought there. */
  async finished(claimant: Claimant): Promise<void> {
    for (const held of this.#held.values()) {
      if (held.claimant !== claimant) continue
      const { forget } = held
      held.forget = []
      for (const one of forget) await one().catch(() => {}) // whoever has it next finds nothing to do
    }
  }

  async #claim(held: Held): Promise<Taken> {
    const { layer, owner, claimant } = held
    for (;;) {
      if (await makeOwner(layer, owner)) {
        // It may have been let go of meanwhile.
        if (this.#held.get(layer.file) !== held) await leaveOwner(layer, owner)
        return { holder: null, endedIn: await this.#endedBefore(held) }
      }
      const found = await readOwner(layer)
      const fate = found ? await this.#fateOf(found) : 'gone'
      if (found && fate !== 'gone') {
        if (this.#held.get(layer.file) === held) this.#held.delete(layer.file)
        const isHere = found.process.machine === owner.process.machine
        return this.#wait(layer, claimant, asOther(found, fate, isHere), found.token)
      }
      await this.#remove(layer, found)
    }
  }

  /** Who is gone makes place. Only in the name of one whose end is beyond doubt is anything done: a person, or a name of a computer, may err. */
  async #remove(layer: WantedLayer, gone: Owner | null): Promise<void> {
    const me = await this.#processes!.me()
    const isCertain = gone !== null && !this.#overruled.has(gone.token) && isSameTable(gone.process, me)
    await removeOwner(layer, gone, isCertain)
  }

  /** Whoever took the file away of one who ended may not be who has the layer now, or may have ended too before all was brought to the file. */
  async #endedBefore(held: Held): Promise<string[]> {
    const { layer, owner } = held
    const ended = new Set<string>()
    for (const { owner: before, forget } of await ownersAside(layer)) {
      // Another takes this very file for that of who had it before: it is put back as soon as that is seen.
      if (before.token === owner.token || !isSameTable(before.process, owner.process)) continue
      if ((await this.#fateOf(before)) !== 'gone') continue
      ended.add(before.device)
      held.forget = [...held.forget, forget]
    }
    // What this device recorded is brought there by opening the layer.
    ended.delete(layer.device)
    return [...ended]
  }

  async #fateOf({ token, process: other }: Owner): Promise<Fate> {
    if (this.#overruled.has(token)) return 'gone'
    const me = await this.#processes!.me()
    const isMe = other.pid === me.pid && other.started === me.started && other.table === me.table
    // This process has one program, so what another one in it left is of one that is no more.
    if (isMe && other.machine === me.machine) return 'gone'
    return this.#processes!.fateOf(other)
  }

  #wait(layer: WantedLayer, claimant: Claimant, holder: Holder, token: string | null): Taken {
    this.#waiting.set(claimant, { layer, holder: token })
    if (this.#processes) this.#look()
    return { holder, endedIn: [] }
  }

  #tellFree(file: string): void {
    for (const [claimant, { layer }] of [...this.#waiting]) {
      if (layer.file !== file) continue
      this.#waiting.delete(claimant)
      claimant.free()
    }
  }

  /** Looks again and again, as long as anybody has a layer or waits for one. */
  #look(): void {
    this.#timer ??= setInterval(() => {
      this.#looking ??= this.#lookOnce().finally(() => {
        this.#looking = null
      })
    }, LOOK_EVERY_MS).unref()
  }

  #rest(): void {
    if (!this.#timer || this.#held.size + this.#waiting.size > 0) return
    clearInterval(this.#timer)
    this.#timer = null
  }

  async #lookOnce(): Promise<void> {
    // What the disk doesn't say now it says the next time.
    for (const held of [...this.#held.values()]) await this.#lookAtOwn(held).catch(() => {})
    for (const [claimant, waiting] of [...this.#waiting]) await this.#lookAtOther(claimant, waiting).catch(() => {})
    this.#rest()
  }

  async #lookAtOwn(held: Held): Promise<void> {
    const { layer, owner, claimant } = held
    const found = await readOwner(layer)
    if (this.#held.get(layer.file) !== held || found?.token === owner.token) return
    if (!found && (await makeOwner(layer, owner))) {
      if (this.#held.get(layer.file) !== held) await leaveOwner(layer, owner)
      return
    }
    if (found && (await this.#fateOf(found)) === 'gone') return this.#remove(layer, found)
    if (!found || this.#held.get(layer.file) !== held) return
    this.#held.delete(layer.file)
    claimant.lost()
  }

  async #lookAtOther(claimant: Claimant, waiting: Waiting): Promise<void> {
    const { layer } = waiting
    if (this.#held.has(layer.file)) return
    const found = await readOwner(layer)
    if (found && (await this.#fateOf(found)) !== 'gone') return
    if (this.#waiting.get(claimant) === waiting) this.#tellFree(layer.file)
  }
}

const nowhere: ProcessName = { computer: '', machine: '', table: '', pid: 0, started: '' }
const mine: Taken = { holder: null, endedIn: [] }

function isSameTable(one: ProcessName, other: ProcessName): boolean {
  return one.table !== '' && one.table === other.table && one.machine === other.machine
}

function asWindow({ since }: Owner): Holder {
  return { where: 'window', computer: '', since, mayBeGone: false }
}

function asOther({ since, process: { computer } }: Owner, fate: Fate, isHere: boolean): Holder {
  const mayBeGone = fate !== 'lives'
  return isHere
    ? { where: 'program', computer: '', since, mayBeGone }
    : { where: 'computer', computer, since, mayBeGone }
}
