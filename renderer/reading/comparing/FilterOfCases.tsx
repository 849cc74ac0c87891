import { useId, useRef, useState } from 'react'
import { caseKinds } from '../../../shared/review/case.ts'
import { words as en } from '../../../shared/words/words.ts'
import { useValue, useWorkbench } from '../../commands/useWorkbench.ts'
import { useTags } from '../../look/useTags.ts'
import { noFilters, type ReviewFilters, shownName } from '../../state/reviewView.ts'
import { Button } from '../../ui/Button.tsx'

/** A small pane that says what of the cases is shown. */
export function FilterOfCases() {
  const { desk } = useWorkbench()
  const filters = useValue(desk.reviewView, state => state.filters)
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLFieldSetElement>(null)
  const id = useId()
  const isOn = filters.kinds !== null || filters.tags !== null || filters.annotators !== null
  return (
    <fieldset
      ref={box}
      className="comparing-filter"
      aria-label={en.comparing.filter}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        box.current?.querySelector('button')?.focus()
      }}
      onBlur={event => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {isOn ? en.comparing.filterOn : en.comparing.filter}
      </Button>
      {isOpen && <Choices id={id} />}
    </fieldset>
  )
}

function Choices({ id }: { id: string }) {
  const { desk } = useWorkbench()
  useValue(desk.comparing, state => state.version)
  const view = useValue(desk.reviewView, state => state)
  const tags = useTags()
  const counts = desk.comparing.counts()
  const said = desk.comparing.tags()
  const kinds = caseKinds.filter(kind => counts.get(kind)! > 0 || view.filters.kinds?.includes(kind))
  const known = [...said].filter(tag => !tags.some(one => one.id === tag)).sort()
  return (
    <div id={id} className="comparing-choices">
      <Group
        title={en.comparing.filterKinds}
        part="kinds"
        all={kinds}
        nameOf={kind => {
          const name = en.comparing.kinds[kind as (typeof kinds)[number]]
          return view.isBlind ? name : en.comparing.counted(name, counts.get(kind as (typeof kinds)[number])!)
        }}
      />
      <Group
        title={en.comparing.filterTags}
        part="tags"
        all={[...tags.filter(tag => said.has(tag.id)).map(tag => tag.id), ...known]}
        nameOf={tag => tags.find(one => one.id === tag)?.label ?? tag}
      />
      <Group
        title={en.comparing.filterAnnotators}
        part="annotators"
        all={view.layers}
        nameOf={layer => shownName(view, layer)}
      />
      <Button onClick={() => desk.reviewView.filter(noFilters)}>{en.comparing.filterAll}</Button>
    </div>
  )
}

interface GroupProps {
  readonly title: string
  readonly part: keyof ReviewFilters
  readonly all: readonly string[]
  nameOf(one: string): string
}

/** Ticks of one kind: all are ticked where nothing is filtered. */
function Group({ title, part, all, nameOf }: GroupProps) {
  const { desk } = useWorkbench()
  const wanted = useValue(desk.reviewView, state => state.filters[part]) as readonly string[] | null
  if (all.length === 0) return null
  const change = (one: string) => {
    const before = wanted ?? all
    const now = before.includes(one) ? before.filter(each => each !== one) : [...before, one]
    const isAll = all.every(each => now.includes(each))
    desk.reviewView.filter({ [part]: isAll ? null : now } as Partial<ReviewFilters>)
  }
  return (
    <fieldset>
      <legend>{title}</legend>
      {all.map(one => (
        <label key={one} className="comparing-tick">
          <input type="checkbox" checked={wanted?.includes(one) ?? true} onChange={() => change(one)} />
          <span className="comparing-name" dir="auto">
            {nameOf(one)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
