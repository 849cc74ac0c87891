import { words as en } from '../../shared/words/words.ts'
import { giveReason, reasonsOffered } from '../commands/reviewingActions.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { Picker } from '../ui/Picker.tsx'
import { choiceKeys } from './choiceKeys.ts'
import { usePlaceInText } from './usePlaceInText.ts'

/** Why is the case at hand decided as it is? */
export function ReasonPicker() {
  const { desk } = useWorkbench()
  const place = usePlaceInText(desk)
  const reasons = reasonsOffered(desk)
  const entry = desk.reviewing.current()
  const given =
    entry?.case.verdicts.find(({ reason }) => reason !== undefined)?.reason ?? desk.reviewing.getState().why.reason
  const keys = choiceKeys(reasons.map(({ label }) => label))
  return (
    <Picker
      title={en.deciding.reasonPicker}
      place={place}
      items={[
        ...reasons.map(({ id, label, guidance }, i) => ({
          ...{ id, label, key: keys[i]!, chosen: id === given },
          ...(guidance === undefined ? {} : { guidance }),
        })),
        { id: '', label: en.deciding.noReason, key: '0', chosen: given === undefined },
      ]}
      onPick={id => {
        const label = reasons.find(one => one.id === id)?.label ?? ''
        void giveReason(desk, id === '' ? null : id, label)
      }}
      onClose={desk.dialogs.close}
    />
  )
}
