import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import type { Shown } from '../state/card.ts'
import { describe } from '../state/describe.ts'
import { Swatch } from '../ui/Swatch.tsx'
import { CaseLines } from './comparing/CaseLines.tsx'
import { placeInText } from './placeInText.ts'

/** What takes the card away, wherever it happens. */
const ends = ['keydown', 'pointerdown', 'scroll', 'blur'] as const

/** Tells of the annotation that the mouse rests on; or of the selected one, where no inspector does. */
export function HoverCard() {
  const { desk } = useWorkbench()
  const shown = useValue(desk.card, state => state.shown)
  const isPicking = useValue(desk.dialogs, ({ dialog, picker }) => dialog !== null || picker !== null)
  useEffect(() => {
    for (const end of ends) window.addEventListener(end, desk.card.hide, true)
    return () => {
      for (const end of ends) window.removeEventListener(end, desk.card.hide, true)
      desk.card.hide()
    }
  }, [desk])
  return shown && !isPicking ? <Card shown={shown} /> : null
}

function Card({ shown }: { shown: Shown }) {
  const key = useKey('stack.choose')
  const { desk } = useWorkbench()
  const tags = useTags()
  const box = useRef<HTMLDivElement>(null)
  const annotation = useValue(desk.reading, ({ article }) => article?.layer.annotations.get(shown.annotation))
  const codebook = useValue(desk.workspace, state => state.codebook)
  useValue(desk.project, state => state.version)
  const place = useMemo(() => placeInText(desk, shown.place), [desk, shown])
  const [at, setAt] = useState({ left: place.left, top: place.bottom })

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const { offsetWidth, offsetHeight } = element
    const below = place.bottom + 8 + offsetHeight <= window.innerHeight - 8
    setAt({
      left: Math.max(8, Math.min(place.left, window.innerWidth - offsetWidth - 8)),
      top: below ? place.bottom + 8 : Math.max(8, place.top - offsetHeight - 8),
    })
  }, [place])

  if (!annotation) return null
  const { label, mark, ink, tint } = tagOf(tags, annotation.tag)
  const { entity, attributes, note } = describe(annotation, codebook, desk.entities.nameOf)
  return (
    <div ref={box} role="tooltip" className="hover-card" style={at}>
      <p>
        <Swatch mark={mark} ink={ink} tint={tint}>
          {label}
        </Swatch>
        {entity && <strong>{entity}</strong>}
      </p>
      {attributes.length > 0 && (
        <p className="small">
          {attributes.map(([question, answer]) => en.inspector.other(question, answer)).join(' · ')}
        </p>
      )}
      {note && (
        <p className="note" dir="auto">
          {note}
        </p>
      )}
      <CaseLines mark={annotation.id} />
      {shown.others > 0 && <p className="small faint">{en.reading.cardMore(shown.others, key)}</p>}
    </div>
  )
}
