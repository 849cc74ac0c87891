import { useMemo } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { labelOfLink, nameOf, nameOfEnd, setCueOf } from '../commands/linkActions.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { selectedText } from '../state/reading.ts'
import { Picker } from '../ui/Picker.tsx'

/** Which link the selected words tell of, where there are several. */
export function CuePicker() {
  const { desk } = useWorkbench()
  const links = desk.linking.linksForCue()
  const here = desk.linking.inHand()?.id
  const place = useMemo(() => {
    const words = selectedText(desk.reading.getState())
    return (words && desk.stage.page?.rectsOf(words).at(-1)) ?? new DOMRect(window.innerWidth / 3, 120, 0, 0)
  }, [desk])
  return (
    <Picker
      title={en.linking.cuePicker}
      place={place}
      items={links.map((link, i) => ({
        id: link.id,
        key: i < 9 ? String(i + 1) : '',
        label:
          link.from === here
            ? en.linking.follow(labelOfLink(desk, link), nameOfEnd(desk, link))
            : en.linking.from(nameOf(desk, link.from), labelOfLink(desk, link)),
      }))}
      onPick={id => {
        desk.dialogs.close()
        setCueOf(desk, { id })
      }}
      onClose={desk.dialogs.close}
    />
  )
}
