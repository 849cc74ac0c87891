import { pathPattern } from '../../shared/dataset/pathPattern.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'

/** Which file or folder, in which format, and whose annotations they are. */
export function ChooseStep() {
  const { desk } = useWorkbench()
  const { bringing } = desk
  const opened = useValue(bringing, state => state.opened)
  const isReadable = useValue(bringing, bringing.isReadable)
  return (
    <>
      <p>{en.bring.about}</p>
      <div className="bring-choose">
        <Button
          {...(opened ? {} : { 'data-first': '' })}
          look={opened ? 'line' : 'main'}
          onClick={() => void bringing.choose('file')}
        >
          {opened ? en.bring.another : en.bring.chooseFile}
        </Button>
        <Button look={opened ? 'line' : 'main'} onClick={() => void bringing.choose('folder')}>
          {opened ? en.bring.anotherFolder : en.bring.chooseFolder}
        </Button>
      </div>
      {opened && <HowToRead />}
      <div className="answers">
        <Button onClick={bringing.close}>{en.cancel}</Button>
        {opened && (
          <Button look="main" disabled={!isReadable} onClick={() => void bringing.look()}>
            {en.bring.look}
          </Button>
        )}
      </div>
    </>
  )
}

function HowToRead() {
  const { desk } = useWorkbench()
  const { bringing } = desk
  const { opened, format, annotator } = useValue(bringing, state => state)
  const takesPatterns = useValue(bringing, bringing.takesPatterns)
  if (!opened) return null
  const { likely, formats } = opened
  const others = formats.filter(({ id }) => !likely.includes(id)).map(({ id }) => id)
  const hint =
    likely.length === 1 && likely[0] === format ? en.bring.formatCertain : en.bring.formatUnclear(likely.length)
  const options = (ids: readonly string[]) =>
    ids.map(id => (
      <option key={id} value={id}>
        {en.datasets.formats[id] ?? id}
      </option>
    ))
  return (
    <div className="bring-how">
      <div className="text-field">
        <label htmlFor="bring-format">{en.bring.format}</label>
        <select
          id="bring-format"
          className="field"
          data-first=""
          aria-describedby="bring-format-hint"
          value={format}
          onChange={event => bringing.set({ format: event.target.value })}
        >
          {format === '' && <option value="">{en.bring.noFormat}</option>}
          {likely.length > 0 && <optgroup label={en.bring.mayBe}>{options(likely)}</optgroup>}
          <optgroup label={en.bring.others}>{options(others)}</optgroup>
        </select>
        {likely.includes(format) && likely.length > 1 ? null : (
          <p id="bring-format-hint" className="hint">
            {format !== '' && likely[0] !== format ? '' : hint}
          </p>
        )}
      </div>
      <TextField
        label={en.bring.annotator}
        value={annotator}
        maxLength={200}
        onText={annotator => bringing.set({ annotator })}
        hint={en.bring.annotatorHint}
        wrong={annotator.trim() === '' ? en.bring.annotatorMissing : null}
      />
      {takesPatterns && <Patterns />}
    </div>
  )
}

/** Where texts and annotations stand, for formats in which they are files of their own. */
function Patterns() {
  const { desk } = useWorkbench()
  const { bringing } = desk
  const hasPatterns = useValue(bringing, state => state.hasPatterns)
  const patterns = useValue(bringing, state => state.patterns)
  const field = (part: 'text' | 'annotations', label: string) => (
    <TextField
      label={label}
      value={patterns[part]}
      maxLength={1000}
      onText={words => bringing.set({ patterns: { ...patterns, [part]: words } })}
      hint={part === 'text' ? undefined : en.bring.patternHint}
      wrong={pathPattern(patterns[part]) ? null : en.bring.patternWrong}
    />
  )
  return (
    <div className="bring-patterns">
      <label className="bring-check">
        <input
          type="checkbox"
          checked={hasPatterns}
          onChange={event => bringing.set({ hasPatterns: event.target.checked })}
        />
        {en.bring.hasPatterns}
      </label>
      {hasPatterns && (
        <>
          {field('text', en.bring.textPattern)}
          {field('annotations', en.bring.annotationsPattern)}
        </>
      )}
    </div>
  )
}
