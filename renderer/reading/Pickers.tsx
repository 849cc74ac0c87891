import { useCallback, useState } from 'react'
import { type Zone, zones } from '../../shared/article/article.ts'
import type { Attribute } from '../../shared/codebook/codebook.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { words as en } from '../../shared/words/words.ts'
import { tagWith } from '../commands/actions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { guidanceOf } from '../look/Guidance.tsx'
import { tagOf, useOfferedTags, useTags } from '../look/useTags.ts'
import { selectedAnnotation, selectedText } from '../state/reading.ts'
import { type Item, Picker } from '../ui/Picker.tsx'
import { Swatch } from '../ui/Swatch.tsx'
import { choiceKeys } from './choiceKeys.ts'
import { EntityPicker } from './EntityPicker.tsx'
import { FixPicker } from './FixPicker.tsx'
import { LayerPicker } from './LayerPicker.tsx'
import { ReasonPicker } from './ReasonPicker.tsx'
import { StackPicker } from './StackPicker.tsx'
import { usePlaceInText } from './usePlaceInText.ts'
import { WhosePicker } from './WhosePicker.tsx'

/** The small menus of the text: tag, kind of paragraph, attribute. */
export function Pickers() {
  const { desk } = useWorkbench()
  const picker = useValue(desk.dialogs, state => state.picker)
  if (picker === 'tag') return <TagPicker />
  if (picker === 'zone') return <ZonePicker />
  if (picker === 'attribute') return <AttributePicker />
  if (picker === 'stack') return <StackPicker />
  if (picker === 'entity') return <EntityPicker />
  if (picker === 'fix') return <FixPicker />
  if (picker === 'reason') return <ReasonPicker />
  if (picker === 'layer') return <LayerPicker />
  if (picker === 'whose') return <WhosePicker />
  return null
}

function TagPicker() {
  const { desk } = useWorkbench()
  const tags = useOfferedTags()
  const place = usePlaceInText(desk)
  const { reading } = desk
  const current = selectedText(reading.getState()) ? undefined : selectedAnnotation(reading.getState())?.tag
  return (
    <Picker
      title={current ? en.reading.retagPicker : en.reading.tagPicker}
      place={place}
      items={tags.map(tag => ({
        id: tag.id,
        label: tag.label,
        key: tag.key,
        mark: <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint} />,
        chosen: tag.id === current,
        guidance: guidanceOf(tag.guidance, tag.examples),
      }))}
      onPick={tag => tagWith(desk, tag)}
      onClose={desk.dialogs.close}
    />
  )
}

const zoneKeys: Record<Zone, string> = {
  title: 'T',
  standfirst: 'S',
  byline: 'Y',
  dateline: 'D',
  heading: 'H',
  body: 'B',
  quote: 'Q',
  caption: 'C',
  boilerplate: 'X',
}

function ZonePicker() {
  const { desk } = useWorkbench()
  const place = usePlaceInText(desk)
  const current = desk.tagging.blocksAtHand()[0]?.zone
  return (
    <Picker
      title={en.reading.zonePicker}
      place={place}
      items={zones.map(zone => ({
        id: zone,
        label: en.reading.zones[zone],
        key: zoneKeys[zone],
        chosen: zone === current,
      }))}
      onPick={zone => {
        desk.tagging.setZone(zone as Zone)
        desk.notices.say(en.reading.zoneSaid(en.reading.zones[zone as Zone]))
        desk.dialogs.close()
      }}
      onClose={desk.dialogs.close}
    />
  )
}

/** First which attribute, then which answer: a letter each, or a letter and a number. */
function AttributePicker() {
  const { desk } = useWorkbench()
  const tags = useTags()
  const place = usePlaceInText(desk)
  const all = useValue(desk.workspace, state => state.codebook.attributes)
  const annotation = useValue(desk.reading, selectedAnnotation)
  const [attribute, setAttribute] = useState<Attribute | null>(() => {
    const { attribute } = desk.dialogs.getState()
    return all.find(one => one.id === attribute && one.tag === annotation?.tag) ?? null
  })
  const close = useCallback(() => desk.dialogs.close(), [desk])
  if (!annotation) return null

  if (!attribute) {
    const asked = all.filter(one => one.tag === annotation.tag && isOffered(one))
    return (
      <Picker
        title={en.inspector.attributePicker(tagOf(tags, annotation.tag).label)}
        place={place}
        items={asked.map(({ id, label, key, guidance }) => ({
          id,
          label,
          key,
          hint: hintOf(annotation.attributes[id]),
          guidance: guidanceOf(guidance),
        }))}
        onPick={id => {
          const picked = asked.find(one => one.id === id)!
          if (isChosen(picked)) setAttribute(picked)
          else {
            close()
            requestAnimationFrame(() =>
              document.querySelector<HTMLElement>(`#inspector [data-attribute="${CSS.escape(id)}"]`)?.focus(),
            )
          }
        }}
        onClose={close}
      />
    )
  }
  const value = annotation.attributes[attribute.id]
  const chosen = Array.isArray(value) ? value : [String(value ?? '')]
  return (
    <Picker
      key={attribute.id}
      title={attribute.label}
      place={place}
      items={answersTo(attribute).map(item => ({
        ...item,
        chosen: chosen.includes(item.id),
        guidance: guidanceOf(attribute.guidance),
      }))}
      onPick={id => {
        desk.tagging.setAttribute(attribute.id, valueFor(attribute, id, chosen))
        const label = attribute.choices.find(choice => choice.id === id)?.label ?? en.inspector.unset
        desk.notices.say(en.said.set(attribute.label, label))
        close()
      }}
      onClose={close}
    />
  )
}

function isChosen({ kind }: Attribute): boolean {
  return kind === 'choice' || kind === 'several' || kind === 'yes-no'
}

function answersTo({ kind, choices: all }: Attribute): Item[] {
  const choices = all.filter(isOffered)
  const unset = { id: '', label: en.inspector.unset, key: '0' }
  if (kind === 'yes-no') {
    return [{ id: 'true', label: en.inspector.yes, key: '1' }, { id: 'false', label: en.inspector.no, key: '2' }, unset]
  }
  const keys = choiceKeys(choices.map(choice => choice.label))
  return [...choices.map(({ id, label }, i) => ({ id, label, key: keys[i]! })), unset]
}

function valueFor({ kind }: Attribute, id: string, chosen: readonly string[]) {
  if (id === '') return null
  if (kind === 'yes-no') return id === 'true'
  if (kind === 'several')
    return chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen.filter(Boolean), id]
  return id
}

function hintOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
