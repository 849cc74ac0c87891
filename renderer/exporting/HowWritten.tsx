import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { ExportFormat } from '../state/exporting.ts'
import { TextField } from '../ui/TextField.tsx'

/** The choices that this format has; nothing where it has none. */
export function HowWritten({ format }: { format: ExportFormat }) {
  const { exporting } = useWorkbench().desk
  // What is chosen is made anew each time; the store tells when.
  useValue(exporting, state => state.choices)
  const { unit, withText, options } = exporting.formatChoices()
  if (!format.canLeaveTextOut && format.units.length < 2 && format.options.length === 0) return null
  const chooseOption = (name: string, value: string) =>
    exporting.chooseOfFormat({ options: { ...options, [name]: value } })
  return (
    <fieldset className="export-part">
      <legend>{en.exporting.howWritten}</legend>
      {format.canLeaveTextOut && (
        <div className="export-row">
          <label className="choice">
            <input
              type="checkbox"
              checked={withText}
              onChange={event => exporting.chooseOfFormat({ withText: event.target.checked })}
            />
            {en.exporting.withText}
          </label>
          {!withText && <p className="faint">{en.exporting.withoutText}</p>}
        </div>
      )}
      {format.units.length > 1 && (
        <label className="export-row">
          <span>{en.exporting.unit}</span>
          <select
            value={unit ?? format.units[0]}
            onChange={event => exporting.chooseOfFormat({ unit: event.target.value as typeof unit })}
          >
            {format.units.map(one => (
              <option key={one} value={one}>
                {en.exporting.units[one]}
              </option>
            ))}
          </select>
        </label>
      )}
      {format.options.map(({ name, values }) => {
        const words = en.exporting.options[name]
        if (values.length === 0)
          return (
            <TextField
              key={name}
              label={words?.label ?? name}
              hint={name === 'licence' ? en.exporting.licenceHint : undefined}
              value={options[name] ?? ''}
              maxLength={1000}
              onText={value => chooseOption(name, value)}
            />
          )
        return (
          <label key={name} className="export-row">
            <span>{words?.label ?? name}</span>
            <select value={options[name] ?? values[0]} onChange={event => chooseOption(name, event.target.value)}>
              {values.map(value => (
                <option key={value} value={value}>
                  {words?.values[value] ?? value}
                </option>
              ))}
            </select>
          </label>
        )
      })}
    </fieldset>
  )
}
