import { words as en } from '../../shared/words/words.ts'
import { applyFix, dismissProblem, fixesHere, titleOfFix } from '../commands/problems.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { Picker } from '../ui/Picker.tsx'
import { usePlaceInText } from './usePlaceInText.ts'

/** Where a problem has several ways out: which one? */
export function FixPicker() {
  const { desk, run } = useWorkbench()
  const place = usePlaceInText(desk)
  const finding = desk.findings.current()
  if (!finding) return null
  const fixes = fixesHere(desk, finding)
  const isRight = desk.findings.isDismissed(finding)
  return (
    <Picker
      title={en.findings.rulesById[finding.rule].title}
      place={place}
      items={[
        ...fixes.map((fix, i) => ({ id: String(i), label: titleOfFix(desk, fix), key: String(i + 1) })),
        { id: 'dismiss', label: isRight ? en.findings.listAgain : en.findings.dismiss, key: '0' },
      ]}
      onPick={id => {
        if (id !== 'dismiss') {
          applyFix(desk, finding, fixes[Number(id)]!, run)
          return
        }
        desk.dialogs.close()
        dismissProblem(desk, finding)
      }}
      onClose={desk.dialogs.close}
    />
  )
}
