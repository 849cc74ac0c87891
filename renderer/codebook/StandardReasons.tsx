import { withReasons } from '../../shared/codebook/items.ts'
import { standardAsReasons } from '../../shared/review/reasons.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** The reasons that are offered for decisions where the codebook has none of its own. */
export function StandardReasons() {
  const { desk } = useWorkbench()
  const reasons = standardAsReasons()
  return (
    <>
      <h3>{en.codebook.others.standard}</h3>
      <p className="faint">{en.codebook.standardWhy}</p>
      <ul className="standard-reasons">
        {reasons.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
      <Button
        onClick={() => {
          if (!desk.codebook.change(codebook => withReasons(codebook, reasons))) return
          desk.codebook.choose({ of: 'reasons', id: reasons[0]!.id })
          desk.notices.say(en.codebook.tookStandard)
          document.getElementById('codebook-tree')?.focus()
        }}
      >
        {en.codebook.takeStandard}
      </Button>
    </>
  )
}
