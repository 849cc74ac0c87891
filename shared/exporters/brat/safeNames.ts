/** What brat takes for the name of a type, a role or an attribute. */
export const isSafe = (name: string) => /^[A-Za-z0-9_-]+$/.test(name)

/** Names of one kind, each with an id that brat takes; two names never have the same. */
export class SafeNames {
  readonly #ids = new Map<string, string>()
  readonly #others = new Map<string, string>()
  readonly #taken = new Set<string>()
  readonly #changed: (id: string, name: string) => void

  /** `changed` is told once of every name whose id is another. */
  constructor(changed: (id: string, name: string) => void) {
    this.#changed = changed
  }

  /** The name itself where brat takes it and no other name has it, else one like it. */
  idOf(name: string): string {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const id = this.#free(isSafe(name) ? name : name.replace(/[^A-Za-z0-9_-]+/g, '_') || '_')
    this.#ids.set(name, id)
    if (id !== name) this.#changed(id, name)
    return id
  }

  /** A second id of a name, which ends with no digit: for a role that would look like the repetition of another. */
  withoutNumber(name: string): string {
    const known = this.#others.get(name)
    if (known !== undefined) return known
    let id = `${this.idOf(name)}_`
    while (this.#taken.has(id)) id += '_'
    this.#taken.add(id)
    this.#others.set(name, id)
    this.#changed(id, name)
    return id
  }

  #free(wanted: string): string {
    let id = wanted
    for (let number = 2; this.#taken.has(id); number++) id = `${wanted}_${number}`
    this.#taken.add(id)
    return id
  }
}
