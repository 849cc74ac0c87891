import type { Whose } from '../../shared/organise/whose.ts'
import { words as en } from '../../shared/words/words.ts'

interface Props {
  readonly people: ReadonlyMap<string, string>
  readonly whose: Whose
  readonly onChoose: (whose: Whose) => void
}

/** Which articles are shown, by who annotates them. */
export function WhoseChoice({ people, whose, onChoose }: Props) {
  const named = [...people]
  return (
    <label>
      <span>{en.organising.whose}</span>
      <select value={JSON.stringify(whose)} onChange={event => onChoose(JSON.parse(event.target.value) as Whose)}>
        {(['all', 'nobody', 'one', 'more'] as const).map(one => (
          <option key={one} value={JSON.stringify(one)}>
            {en.organising.whoseChoices[one]}
          </option>
        ))}
        {named.map(([id, name]) => (
          <option key={`is ${id}`} value={JSON.stringify({ is: id })}>
            {en.organising.whoseIs(name)}
          </option>
        ))}
        {named.map(([id, name]) => (
          <option key={`not ${id}`} value={JSON.stringify({ isNot: id })}>
            {en.organising.whoseIsNot(name)}
          </option>
        ))}
      </select>
    </label>
  )
}
