import { words as en } from '../../shared/words/words.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { layOut } from '../state/panes.ts'
import { Button } from '../ui/Button.tsx'

/** Brings a side pane back that is folded away, whether for want of room or because it was asked to go. */
export function FoldedPane({ pane }: { pane: 'articles' | 'inspector' }) {
  const { run } = useWorkbench()
  const isFolded = useFolded(pane)
  const command = `view.${pane}` as const
  const key = useKey(command)
  if (!isFolded) return null
  return (
    <Button look="plain" className="folded-pane" title={en.commands[command]} keys={key} onClick={() => run(command)}>
      {en.panes[pane]}
    </Button>
  )
}

/** Whether a side pane isn't beside the text. */
export function useFolded(pane: 'articles' | 'inspector'): boolean {
  const { desk } = useWorkbench()
  const settings = useValue(desk.settings, state => state)
  const width = useValue(desk.panes, state => state.width)
  const isDeciding = useValue(desk.panes, state => state.isDeciding)
  return layOut({ width, over: null, isDeciding }, settings)[pane] === 'away'
}
