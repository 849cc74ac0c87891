import type { Call, Input, Output } from '../../shared/contract/contract.ts'
import type { EventName, EventOf } from '../../shared/contract/events.ts'

/** How a store asks the desktop. Rejects with a Problem where the failure is one that we expect. */
export type Ask = <C extends Call>(call: C, input: Input<C>) => Promise<Output<C>>

/** How a store hears the desktop, until the function that it returns is called. */
export type Listen = <E extends EventName>(name: E, heard: (value: EventOf<E>) => void) => () => void
