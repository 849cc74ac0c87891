import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import type { ExportDone } from '../state/exporting.ts'

/** Runs what writes a dataset, and says for those who listen what came of it. */
export function useExport(): (write: () => Promise<ExportDone | null>) => void {
  const { desk } = useWorkbench()
  return write => {
    void write().then(done => {
      if (!done) return
      const isRight = done.readBack?.isEqual ?? true
      desk.notices.say([en.exporting.written(done.name), ...(isRight ? [] : [en.exporting.backUnread])].join('. '))
    })
  }
}
