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
  if (!before || before.id === person.id) return
  // They begin on their own layers.
  desk.workingOn.show('own')
  void desk.workingOn.beginAnew()
}
