import type { Person } from '../../shared/contract/contract.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Desk } from './desk.ts'
import { untilDurable } from './untilDurable.ts'

/**
 * The person says who they are. What was done so far reaches the disk first,
 * under the name that it was done under; a Problem where the disk refuses it.
 */
export async function changePerson(desk: Desk, wanted: Person): Promise<void> {
  desk.settle()
  const refused = await untilDurable(desk.recorder)
  if (refused) throw new Problem(refused.kind, refused.detail)
  personChanged(desk, await desk.ask('person.set', wanted))
}

/** Somebody else sits here, or the same person is called otherwise. Under another id it is another layer. */
export function personChanged(desk: Desk, person: Person): void {
  const before = desk.entrance.getState().person
  desk.entrance.setState({ person })
  if (before && before.id !== person.id) void beginAnew(desk)
}

/** Nothing that was done under another id can be undone under this one: it would be put into the wrong layer. */
async function beginAnew({ settle, recorder, reading, opening }: Desk): Promise<void> {
  settle()
  reading.forgetAll()
  await recorder.settled()
  reading.forgetAll()
  await opening.reread()
}
