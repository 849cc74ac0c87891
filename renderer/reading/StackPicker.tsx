import type { Annotation } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { words as en } from '../../shared/words/words.ts'
import { selectHere } from '../commands/chooseFromStack.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import { Picker } from '../ui/Picker.tsx'
import { Swatch } from '../ui/Swatch.tsx'
import { choiceKeys } from './choiceKeys.ts'
import { usePlaceInText } from './usePlaceInText.ts'

/** The annotations at one place, the smallest first: which one is meant? */
export function StackPicker() {
  const chooseKey = useKey('stack.choose')
  const { desk } = useWorkbench()
  const tags = useTags()
  const asked = useValue(desk.dialogs, state => state.asked)
  const selected = useValue(desk.reading, state => state.selected)
  const article = useValue(desk.reading, state => state.article)
  const place = usePlaceInText(desk, asked?.place)
  if (!asked || !article) return null
  const stack = asked.ids.flatMap(id => article.layer.annotations.get(id) ?? [])
  const keys = choiceKeys(stack.map(one => Layer.describe(one)))

  function item(annotation: Annotation, i: number) {
    const { label, mark, ink, tint } = tagOf(tags, annotation.tag)
    return {
      id: annotation.id,
      label: Layer.describe(annotation),
      ...(asked?.isQuiet ? {} : { key: keys[i]! }),
      hint: label,
      mark: (
        <Swatch mark={mark} ink={ink} tint={tint}>
          {label.slice(0, 1)}
        </Swatch>
      ),
      chosen: annotation.id === selected,
    }
  }

  return (
    <Picker
      title={asked.isQuiet ? en.reading.stackQuiet(chooseKey) : en.reading.stackPicker}
      place={place}
      isQuiet={asked.isQuiet}
      items={stack.map(item)}
      onPick={id => {
        const annotation = article.layer.annotations.get(id)
        desk.dialogs.close()
        if (annotation) selectHere(desk, annotation)
      }}
      onClose={desk.dialogs.close}
    />
  )
}
