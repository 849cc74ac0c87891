import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { WriteButtons } from './Buttons.tsx'
import { WhoseLayers } from './WhoseLayers.tsx'

/** About which final layer letters are, to whom, and as what. */
export function LettersStep() {
  const { telling } = useWorkbench().desk
  const begun = useValue(telling, state => state.begun)
  const { gold, format } = useValue(telling, state => state.choices)
  if (!begun) return <p role="status">{en.telling.looking}</p>
  const finals = begun.layers.filter(({ isGold }) => isGold)
  if (finals.length === 0)
    return (
      <>
        <p>{en.telling.noGold}</p>
        <div className="answers">
          <Button look="main" data-first="" onClick={telling.close}>
            {en.telling.close}
          </Button>
        </div>
      </>
    )
  return (
    <>
      <p>{en.telling.lettersWhy}</p>
      <label className="tell-row">
        <span>{en.telling.about}</span>
        <select value={gold} onChange={event => telling.choose({ gold: event.target.value })}>
          {finals.map(({ annotator, name, articles }) => (
            <option key={annotator} value={annotator}>
              {en.telling.goldOf(name, articles)}
            </option>
          ))}
        </select>
      </label>
      <WhoseLayers label={en.telling.to} hide={en.telling.hideReviewer} />
      <label className="tell-row">
        <span>{en.telling.as}</span>
        <select
          value={format}
          onChange={event => telling.choose({ format: event.target.value === 'html' ? 'html' : 'markdown' })}
        >
          <option value="html">{en.telling.asPage}</option>
          <option value="markdown">{en.telling.asMarkdown}</option>
        </select>
      </label>
      <WriteButtons label={en.telling.write} said={en.telling.lettersWritten} />
    </>
  )
}
