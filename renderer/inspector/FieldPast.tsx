import { type ReactNode, useEffect, useRef, useState } from 'react'
import { fieldSentence } from '../commands/historyActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** How long the mouse or the focus rests on a field until its past is told: who only passes by isn't followed. */
const REST_MS = 500

interface Props {
  /** See `FieldName`. */
  readonly field: string
  readonly children: ReactNode
}

/** A field of the inspector that tells who set it, when, and what it was, while the mouse or the focus rests on it. */
export function FieldPast({ field, children }: Props) {
  const { desk } = useWorkbench()
  const box = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [told, setTold] = useState('')
  const selected = useValue(desk.reading, state => state.selected)
  const version = useValue(desk.reading, state => state.version)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was told is of another annotation, or of another state of it
  useEffect(() => hide, [selected, version])

  function hide(): void {
    clearTimeout(timer.current)
    setTold('')
  }

  function rest(): void {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      // What is being typed is asked about once it is there.
      if (desk.tagging.drafts.getState().draft) return
      void fieldSentence(desk, field).then(sentence => {
        const element = box.current
        if (element && (element.matches(':hover') || element.contains(document.activeElement))) setTold(sentence)
      })
    }, REST_MS)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: tells more of the field within, and does nothing
    <div
      ref={box}
      className="field-past"
      data-field={field}
      onPointerEnter={rest}
      onPointerLeave={() => !box.current?.contains(document.activeElement) && hide()}
      onFocus={rest}
      onBlur={hide}
    >
      {children}
      {told && (
        <p role="tooltip" className="past small">
          {told}
        </p>
      )}
    </div>
  )
}
