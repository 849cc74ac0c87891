import type { SearchTasks } from '../../electron/work/searchTasks.ts'
import { tasks } from '../../electron/work/tasks.ts'
import type { Workbench } from '../../electron/work/workbench.ts'

type Table = Readonly<Record<string, (input: never) => unknown>>

/** The tasks of the workers in this very process: a thousand short lives can't wait for a thousand workers. */
function inline(table: Table) {
  return {
    run: async (name: string, input: never) => structuredClone(await table[name]!(structuredClone(input))),
    close: async () => {},
  }
}

/** Benches for a desk, without workers; nobody searches. */
export const inlineBenches = {
  workbench: inline(tasks as unknown as Table) as unknown as Workbench,
  searchBench: inline({}) as unknown as Workbench<SearchTasks>,
}
