import type { Person, WorkedOn } from '../../shared/contract/contract.ts'
import { goldOf } from '../../shared/sidecar/names.ts'
import type { Annotator, KeptPerson } from '../settings/person.ts'

/**
 * Whoever annotates in one workspace: the person who sits here, under their own
 * id, or under the id of their gold layers while they work on gold. Whatever
 * opens, records, counts or searches layers of the workspace asks this.
 */
export class AnnotatorHere {
  /** On which layers the person works. */
  layer: WorkedOn = 'own'
  readonly #kept: KeptPerson

  constructor(kept: KeptPerson) {
    this.#kept = kept
  }

  /** Null before anybody said who they are. */
  get person(): Person | null {
    const { person } = this.#kept
    return person && this.layer === 'gold' ? { ...person, id: goldOf(person.id) } : person
  }

  get device(): string {
    return this.#kept.device
  }

  /** Whoever annotates, with the device's key for their id. */
  annotator(): Promise<Annotator | null> {
    return this.#kept.annotator(this.layer)
  }

  /** The person as their gold layers know them, whatever they work on. */
  inGold(): Promise<Annotator | null> {
    return this.#kept.annotator('gold')
  }

  /** The person says that layers with this key, of those that they work on, are theirs too. */
  own(key: string): Promise<void> {
    return this.#kept.own(key, this.layer)
  }
}
