import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { Button } from '../ui/Button.tsx'

/** Above the text: the file is a download of many articles, which is better read article by article. */
export function UnpackBand({ article }: { article: OpenArticle }) {
  const { desk } = useWorkbench()
  const { holdsMany } = article.opened
  if (holdsMany === undefined) return null
  return (
    <div className="problem-band" role="status">
      <p className="words">{en.unpack.holdsMany(en.unpack.kind(holdsMany))}</p>
      <div className="answers">
        <Button onClick={() => void desk.unpacking.open(article.ticket).catch(desk.fail)}>{en.unpack.begin}</Button>
      </div>
    </div>
  )
}
