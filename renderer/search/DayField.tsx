import { useEffect, useId, useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

const isDay = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** When an annotation was last changed: a year, a month or a day. */
export function DayField({ of }: { of: 'from' | 'to' }) {
  const { desk } = useWorkbench()
  const { searching } = desk
  const id = useId()
  const value = useValue(searching, state => state.query[of] ?? '')
  const [text, setText] = useState(value)
  // Taken off elsewhere, as with all filters at once, it isn't in the field any more either.
  useEffect(() => {
    if (value === '') setText(present => (isDay.test(present) ? '' : present))
  }, [value])
  const isWrong = text !== '' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)

  function write(next: string): void {
    setText(next)
    const { [of]: _, ...others } = searching.getState().query
    if (next === '') searching.replace(others)
    else if (isDay.test(next)) searching.replace({ ...others, [of]: next })
  }

  return (
    <>
      <input
        className="field day"
        aria-label={en.search[of]}
        title={en.search[of]}
        placeholder={en.search[of]}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? id : undefined}
        size={12}
        maxLength={10}
        value={text}
        onChange={event => write(event.target.value.trim())}
      />
      {isWrong && (
        <span id={id} className="wrong">
          {en.search.badDay}
        </span>
      )}
    </>
  )
}
