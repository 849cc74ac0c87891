import { type EventName, type EventOf, events, type Told } from '../../shared/contract/events.ts'
import { misfit } from './misfit.ts'
import type { ReportBug } from './router.ts'

/** Tells a window of something that happened. */
export type Tell = <E extends EventName>(name: E, value: EventOf<E>) => void

/**
 * Events, checked against the contract before they are sent. One that doesn't
 * fit is a bug: it is reported and goes nowhere, as a path might be in it.
 */
export function makeTell(send: (told: Told) => void, reportBug: ReportBug): Tell {
  return (name, value) => {
    const checked = events[name].safeParse(value)
    if (checked.success) send({ name, value: checked.data } as Told)
    else reportBug(name, misfit('The event', checked.error))
  }
}
