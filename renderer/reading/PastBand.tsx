import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { Button } from '../ui/Button.tsx'

/** That what is shown is the past, above the text, and the way back. */
export function PastBand({ article }: { article: OpenArticle }) {
  const { desk, run } = useWorkbench()
  const at = useValue(desk.past, state => state.at)
  const moment = at === null ? undefined : desk.past.get()?.moments[at]
  if (!moment || !article.past) return null
  return (
    <div className="problem-band past-band">
      <p className="words">
        <strong>{en.history.bandTitle(en.time(moment.at))}.</strong> {en.history.bandWhy}
      </p>
      <div className="answers">
        <Button
          onClick={() => {
            run('history.now')
            desk.stage.page?.focus()
          }}
        >
          {en.history.backToNow}
        </Button>
      </div>
    </div>
  )
}
