import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Person, WorkedOn } from '../../shared/contract/contract.ts'
import * as shape from '../../shared/contract/shapes.ts'
import { goldOf } from '../../shared/sidecar/names.ts'
import type { Fence } from '../disk/fence.ts'
import { openKeptFile, type Settling } from './keptFile.ts'

/** What stands in a sidecar and tells this annotator from another of the same id. */
export interface Annotator extends Person {
  readonly key: string
  /** Those of layers that the person made on other devices, as they said. */
  readonly also: readonly string[]
}

/** Part of file names: letters and digits. */
const Device = z.string().regex(/^[0-9a-f]{12}$/)

const KeptPerson = z.looseObject({
  person: shape.Person.nullable().default(null),
  /** By annotator id, for every id that was ever used here: a person may come back to one. */
  keys: z.record(shape.AnnotatorId, z.string().min(1).max(200)).default({}),
  /** By annotator id: keys of layers from other devices that the person said are theirs. */
  also: z.record(shape.AnnotatorId, z.array(z.string().min(1).max(200))).default({}),
  /** The same of gold layers, by the id of whoever decides in them; a program that knows none leaves them alone. */
  goldKeys: z.record(shape.AnnotatorId, z.string().min(1).max(200)).default({}),
  goldAlso: z.record(shape.AnnotatorId, z.array(z.string().min(1).max(200))).default({}),
  device: Device.nullable().default(null),
  /** What the device is called, by where the profile stands: a profile that was copied is another device. */
  devices: z.record(z.string(), Device).default({}),
})

/** Who annotates here, and what this device is called in its histories: `person.json` of the profile. */
export interface KeptPerson extends Settling {
  /** Null until the first start has asked. */
  readonly person: Person | null
  readonly device: string
  readonly damaged: boolean
  change(person: Person): Promise<void>
  /** The person says that layers with this key, of their own or of gold, are theirs too: they made them on another device. */
  own(key: string, layer?: WorkedOn): Promise<void>
  /**
   * The person with the key of their id, or, for gold, under the id of their
   * gold layers with the key of that. The key is on disk before anybody can use it. Null without a person.
   */
  annotator(layer?: WorkedOn): Promise<Annotator | null>
}

/**
 * Opens what the profile says. `home` tells this profile from every copy of it: two programs of one device would write
 * into the same histories, each over what the other has recorded.
 */
export async function openPerson(profile: Fence, home: string | null = null): Promise<KeptPerson> {
  const file = await openKeptFile(profile, 'person.json', KeptPerson)
  const place = home ?? (await homeOf(profile))
  const { device: last, devices } = file.value
  // One that was called something before homes were known stays that.
  const isFirst = Object.keys(devices).length === 0
  const known = Object.hasOwn(devices, place) ? devices[place] : isFirst ? last : null
  const device = known ?? randomBytes(6).toString('hex')
  if (last !== device || devices[place] !== device)
    await file.change({ device, devices: { ...devices, [place]: device } })
  return {
    settled: () => file.settled(),
    get person() {
      return file.value.person
    },
    device,
    damaged: file.damaged,
    change: person => file.change({ person, keys: withKey(file.value.keys, person.id) }),
    async own(key, layer = 'own') {
      const { person } = file.value
      if (person === null) return
      const field = layer === 'gold' ? 'goldAlso' : 'also'
      const also = file.value[field]
      const known = alsoOf(also, person.id)
      if (!known.includes(key)) await file.change({ [field]: { ...also, [person.id]: [...known, key] } })
    },
    async annotator(layer = 'own') {
      const { person } = file.value
      if (person === null) return null
      const [field, also] = layer === 'gold' ? (['goldKeys', 'goldAlso'] as const) : (['keys', 'also'] as const)
      const keys = file.value[field]
      if (!Object.hasOwn(keys, person.id)) await file.change({ [field]: withKey(keys, person.id) })
      const id = layer === 'gold' ? goldOf(person.id) : person.id
      return { ...person, id, key: file.value[field][person.id]!, also: alsoOf(file.value[also], person.id) }
    },
  }
}

/** The folder itself, on its machine: a copy of it is another one, wherever it stands. */
async function homeOf({ root }: Fence): Promise<string> {
  const machine = await readFile('/etc/machine-id', 'utf8').catch(() => '')
  const { ino, birthtimeNs } = await lstat(root, { bigint: true })
  return createHash('sha256').update(`${machine.trim()} ${ino} ${birthtimeNs}`).digest('hex').slice(0, 16)
}

/** Somebody who only looks, for one run of the program: nothing of them is kept. */
export function visiting(kept: KeptPerson): KeptPerson {
  const person = { id: 'visitor', name: 'Visitor' }
  return {
    person,
    device: kept.device,
    damaged: kept.damaged,
    settled: () => kept.settled(),
    change: async () => {},
    own: async () => {},
    annotator: async () => ({ ...person, key: randomUUID(), also: [] }),
  }
}

function alsoOf(also: Readonly<Record<string, readonly string[]>>, id: string): readonly string[] {
  return Object.hasOwn(also, id) ? also[id]! : []
}

function withKey(keys: Readonly<Record<string, string>>, id: string): Record<string, string> {
  return Object.hasOwn(keys, id) ? { ...keys } : { ...keys, [id]: randomUUID() }
}
