import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { TellChoices } from '../state/telling.ts'
import { WriteButtons } from './Buttons.tsx'
import { WhoseLayers } from './WhoseLayers.tsx'

/** Whose annotations of which articles are judged; and that texts go out with them. */
export function PacketStep() {
  const { desk } = useWorkbench()
  const { telling } = desk
  const begun = useValue(telling, state => state.begun)
  const chosen = useValue(telling, state => state.choices.articles)
  const rows = useValue(desk.workspace, desk.visibleRows)
  const isOpen = useValue(desk.reading, state => state.article !== null)
  const count = useValue(telling, telling.going)
  if (!begun) return <p role="status">{en.telling.looking}</p>
  const there = new Set(begun.articles)
  const listed = rows.filter(({ ticket }) => there.has(ticket)).length
  const names: Record<TellChoices['articles'], string> = {
    all: en.exporting.articleChoices.all(begun.articles.length),
    listed: en.exporting.articleChoices.listed(listed),
    open: en.exporting.articleChoices.open,
  }
  const wanted = new Set(telling.articles() ?? begun.articles)
  const unreadable = rows.filter(({ ticket, problem }) => problem !== null && wanted.has(ticket) && there.has(ticket))
  return (
    <>
      <p>{en.telling.packetWhy}</p>
      <WhoseLayers label={en.telling.whose} hide={en.telling.hideAnnotators} />
      <label className="tell-row">
        <span>{en.exporting.articles}</span>
        <select
          value={chosen}
          onChange={event => telling.choose({ articles: event.target.value as TellChoices['articles'] })}
        >
          {(Object.keys(names) as TellChoices['articles'][]).map(name => (
            <option key={name} value={name} disabled={name === 'open' && !isOpen}>
              {names[name]}
            </option>
          ))}
        </select>
      </label>
      {count > 0 && <p className="tell-note">{en.telling.textsGoOut(count)}</p>}
      {unreadable.length > 0 && (
        <p className="wrong">
          {en.telling.unreadable(
            unreadable.length,
            unreadable.slice(0, 5).map(({ path }) => path),
          )}
        </p>
      )}
      <WriteButtons label={en.telling.make} said={en.telling.packetMade} />
    </>
  )
}
