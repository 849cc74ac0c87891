import type { Stray } from '../../shared/contract/contract.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** Layers whose article was renamed outside: they may follow it, and are never moved unasked. */
export function Strays() {
  const { desk } = useWorkbench()
  const strays = useValue(desk.workspace, state => state.strays)
  if (strays.length === 0) return null

  async function answer({ ticket, is }: Stray, follow: boolean): Promise<void> {
    try {
      if (follow) {
        const article = await desk.ask('stray.follow', ticket)
        desk.notices.news(en.articles.followed(is))
        await desk.opening.open(article)
      } else await desk.ask('stray.leave', ticket)
      desk.workspace.settle(ticket)
    } catch (failure) {
      desk.fail(failure, is)
    }
  }

  return (
    <ul className="strays">
      {strays.map(stray => (
        <li key={stray.ticket}>
          <p>{en.articles.stray(stray.was, stray.is)}</p>
          <Button look="line" onClick={() => void answer(stray, true)}>
            {en.articles.strayFollow}
          </Button>
          <Button look="plain" onClick={() => void answer(stray, false)}>
            {en.articles.strayLeave}
          </Button>
        </li>
      ))}
    </ul>
  )
}
