import { keysOf } from '../../shared/commands/bindings.ts'
import type { CommandId } from '../../shared/commands/commands.ts'
import { printKeys } from '../../shared/commands/keys.ts'
import type { Desk } from '../state/desk.ts'

/** The key that sentences name, as this person has it and as it is printed; '' where the command has none. */
export function keyOf({ settings, platform }: Pick<Desk, 'settings' | 'platform'>, command: CommandId): string {
  const key = keysOf(command, settings.getState().keys)[0]
  return key === undefined ? '' : printKeys(key, platform())
}
