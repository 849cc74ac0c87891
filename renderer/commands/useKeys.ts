import { keysOf } from '../../shared/commands/bindings.ts'
import type { CommandId } from '../../shared/commands/commands.ts'
import { printKeys } from '../../shared/commands/keys.ts'
import { useValue, useWorkbench } from './useWorkbench.ts'

/** The keys of commands as this person has them, printed for this keyboard. */
export function useKeys(): (command: CommandId) => readonly string[] {
  const { desk } = useWorkbench()
  const changed = useValue(desk.settings, state => state.keys)
  return command => keysOf(command, changed).map(key => printKeys(key, desk.platform()))
}

/** The key that hints name: a command's first, or nothing. */
export function useKey(command: CommandId): string {
  return useKeys()(command)[0] ?? ''
}
