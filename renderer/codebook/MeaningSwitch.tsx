import type { Codebook } from '../../shared/codebook/codebook.ts'
import { type Item, withAttribute, withTag } from '../../shared/codebook/items.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Desk } from '../state/desk.ts'
import { rowKey } from './rows.ts'

interface Props {
  readonly item: Item
  /** Since when it means what it does now; undefined where it always has. */
  readonly since: string | undefined
}

/** Whether what was changed here is more than wording: annotations made before are marked then. */
export function MeaningSwitch({ item, since }: Props) {
  const { desk } = useWorkbench()
  const meaning = useValue(desk.codebook, state => state.meaning)
  const isOn = meaning !== null && rowKey(meaning.of) === rowKey(item)
  function toggle(on: boolean): void {
    desk.codebook.settle()
    if (on) {
      desk.codebook.setMeaning({ of: item, was: since })
      desk.codebook.change(codebook => stamped(codebook, item, new Date().toISOString()))
      desk.notices.say(en.codebook.meaningSaid)
    } else {
      desk.codebook.setMeaning(null)
      desk.codebook.change(codebook => stamped(codebook, item, meaning?.was))
      desk.notices.say(en.codebook.wordingSaid)
    }
  }
  return (
    <div className="meaning">
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          onChange={event => toggle(event.target.checked)}
        />
        <span>
          {en.codebook.meaning}
          <span className="faint small"> {en.codebook.meaningWhy}</span>
        </span>
      </label>
      {since && <p className="faint small">{en.codebook.meaningSince(en.time(since))}</p>}
    </div>
  )
}

/** A change of words that stamps the time where the person said that words change the meaning. */
export function withMeaning(desk: Desk, item: Item, codebook: Codebook): Codebook {
  const { meaning } = desk.codebook.getState()
  if (!meaning || rowKey(meaning.of) !== rowKey(item)) return codebook
  return stamped(codebook, item, new Date().toISOString())
}

function stamped(codebook: Codebook, { of, id }: Item, time: string | undefined): Codebook {
  const stamp = <T extends { readonly meaningChanged?: string }>({ meaningChanged: _, ...one }: T) =>
    (time === undefined ? one : { ...one, meaningChanged: time }) as T
  if (of === 'tags') return withTag(codebook, id, stamp)
  return of === 'attributes' ? withAttribute(codebook, id, stamp) : codebook
}
