import type { Circumstance } from '../../shared/commands/commands.ts'
import type { Reply } from '../../shared/contract/contract.ts'
import type { Told } from '../../shared/contract/events.ts'
import { Desk } from './desk.ts'
import { handlersFor } from './handlers.ts'
import type { Choosable, DeskParts, Savable } from './parts.ts'
import { type Answer, makeRouter } from './router.ts'
import { makeTell } from './tell.ts'

/** What a window lends its desk; events go out by `send` as they are. */
export interface Lent {
  send(told: Told): void
  choose(what: Choosable): Promise<string | null>
  chooseCodebook(): Promise<string | null>
  /** Where the codebook is to be written; `name` is what the dialog begins with. */
  chooseCodebookTarget(name: string): Promise<string | null>
  /** Where a dataset is to be written; `name` is what the dialog begins with. */
  chooseExportTarget(name: string): Promise<string | null>
  showInFolder(path: string): void
  /** Where a map, the report of an import, letters or a packet are to be written; `name` is what the dialog begins with. */
  chooseTarget(what: Savable, name: string): Promise<string | null>
  showMenu(now: readonly Circumstance[]): void
  toFront(): void
  painted(): void
}

/** A desk as its window knows it. */
export interface JoinedDesk {
  readonly answer: Answer
  drop(paths: unknown): Promise<Reply<unknown>>
  flush(): Promise<void>
  leave(): Promise<void>
  /** The person came back to the window, or went away from it. */
  focused(): void
  blurred(): void
}

/** A desk behind its router: what a page asks is checked, and so is what it is told. */
export function joinDesk(parts: DeskParts, lent: Lent, open: string | null): JoinedDesk {
  const window = {
    tell: makeTell(told => lent.send(told), parts.report),
    choose: (what: Choosable) => lent.choose(what),
    chooseCodebook: () => lent.chooseCodebook(),
    chooseCodebookTarget: (name: string) => lent.chooseCodebookTarget(name),
    chooseExportTarget: (name: string) => lent.chooseExportTarget(name),
    showInFolder: (path: string) => lent.showInFolder(path),
    chooseTarget: (what: Savable, name: string) => lent.chooseTarget(what, name),
    showMenu: (now: readonly Circumstance[]) => lent.showMenu(now),
    toFront: () => lent.toFront(),
    painted: () => lent.painted(),
  }
  const desk = new Desk(parts, window, open)
  return {
    answer: makeRouter(handlersFor(desk, window), parts.report),
    drop: paths => desk.drop(paths),
    flush: () => desk.flush(),
    leave: () => desk.leave(),
    focused: () => desk.lookAgain(),
    // What can't be saved is told by its own event.
    blurred: () => void desk.flush().catch(() => {}),
  }
}
