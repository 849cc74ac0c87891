import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { PersonForm } from './PersonForm.tsx'

/** Who a person is, to be changed later. */
export function PersonDialog() {
  const { desk } = useWorkbench()
  return (
    <Dialog title={en.person.title} onClose={desk.dialogs.close}>
      <PersonForm answer={en.person.keep} onDone={desk.dialogs.close} onCancel={desk.dialogs.close} />
    </Dialog>
  )
}
