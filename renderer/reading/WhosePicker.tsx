import { words as en } from '../../shared/words/words.ts'
import { beginOn } from '../commands/commentOn.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import { Picker } from '../ui/Picker.tsx'
import { Swatch } from '../ui/Swatch.tsx'
import { choiceKeys } from './choiceKeys.ts'
import { usePlaceInText } from './usePlaceInText.ts'

/** A comment can be about several things here, what several layers say or entries of the codebook: about which is it? */
export function WhosePicker() {
  const { desk } = useWorkbench()
  const tags = useTags()
  const place = usePlaceInText(desk)
  const topics = useValue(desk.dialogs, state => state.topics)
  const keys = choiceKeys(topics.map(({ label }) => label))
  return (
    <Picker
      title={en.discussion.whose}
      place={place}
      items={topics.map(({ label, letter, tag, hint = '' }, i) => {
        const drawn = tag === undefined ? null : tagOf(tags, tag)
        return {
          ...{ id: String(i), label, key: letter || keys[i]!, hint },
          ...(drawn ? { mark: <Swatch mark={drawn.mark} ink={drawn.ink} tint={drawn.tint} /> } : {}),
        }
      })}
      onPick={id => {
        const { meant } = desk.dialogs.getState()
        desk.dialogs.close()
        beginOn(desk, topics[Number(id)]!.on, meant)
      }}
      onClose={desk.dialogs.close}
    />
  )
}
