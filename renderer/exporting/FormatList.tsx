import { type FormatGroup, formatGroups } from '../../shared/exporters/formatGroups.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** Every format by what it is for; one of them is chosen. */
export function FormatList() {
  const { exporting } = useWorkbench().desk
  const formats = useValue(exporting, state => state.begun?.formats)
  const chosen = useValue(exporting, exporting.format)
  const byId = new Map(formats?.map(format => [format.id, format]))
  return (
    <div className="export-formats" role="radiogroup" aria-label={en.exporting.formats}>
      {(Object.keys(formatGroups) as FormatGroup[]).map(group => (
        <fieldset key={group}>
          <legend>{en.exporting.groups[group]}</legend>
          {formatGroups[group].map(id => {
            const format = byId.get(id)
            if (!format) return null
            return (
              <label key={id} className={format === chosen ? 'chosen' : undefined}>
                <input
                  type="radio"
                  name="export-format"
                  value={id}
                  data-first={format === chosen ? '' : undefined}
                  checked={format === chosen}
                  onChange={() => exporting.choose({ format: id })}
                />
                <span>
                  <span className="name">{en.exporting.names[id]}</span>
                  <span className="why">{en.exporting.why[id]}</span>
                  {format.readBy.length === 0 && <span className="unproven">{en.exporting.unproven}</span>}
                </span>
              </label>
            )
          })}
        </fieldset>
      ))}
    </div>
  )
}
