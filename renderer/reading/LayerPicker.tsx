import { words as en } from '../../shared/words/words.ts'
import { acceptLayer, changeLayer, columnsOf } from '../commands/reviewingActions.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { Picker } from '../ui/Picker.tsx'
import { choiceKeys } from './choiceKeys.ts'
import { usePlaceInText } from './usePlaceInText.ts'

/** Whose take on the case at hand goes into gold, as it is or to be changed, of however many there are? */
export function LayerPicker() {
  const { desk } = useWorkbench()
  const place = usePlaceInText(desk)
  const entry = desk.reviewing.current()
  const columns = entry ? columnsOf(desk.reviewView.getState(), entry.case) : []
  const there = columns.filter(({ opinion, isSilent }) => opinion || isSilent)
  const said = there.filter(({ opinion }) => opinion)
  const items = [
    ...there.map(({ place, name, isSilent }) => ({
      id: `accept ${place}`,
      label: en.deciding.accept(name),
      hint: isSilent ? en.deciding.nothing : '',
    })),
    ...said.map(({ layer, name }) => ({ id: `change ${layer}`, label: en.deciding.edit(name), hint: '' })),
  ]
  const keys = choiceKeys(items.map(({ label }) => label))
  return (
    <Picker
      title={en.deciding.layerPicker}
      place={place}
      items={items.map((item, i) => ({ ...item, key: keys[i]! }))}
      onPick={id => {
        desk.dialogs.close()
        const [what, whose] = [id.slice(0, id.indexOf(' ')), id.slice(id.indexOf(' ') + 1)]
        if (what === 'accept') acceptLayer(desk, Number(whose))
        else void changeLayer(desk, whose)
      }}
      onClose={desk.dialogs.close}
    />
  )
}
