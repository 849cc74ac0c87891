import type { Hit } from '../../shared/search/hit.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { keyOfMention } from '../state/register.ts'
import { Button } from '../ui/Button.tsx'
import { LeftOut } from './LeftOut.tsx'
import { MentionList } from './MentionList.tsx'

/** So many different words are offered to be picked by. */
const MOST_WORDS = 6

/** Where an entity is meant, in the whole workspace; mentions that mean somebody else can be picked and moved. */
export function Mentions() {
  const { desk } = useWorkbench()
  const { register } = desk
  const { hits, isDone, isCut, unread, unreadCount } = useValue(register, state => state.mentions)
  useValue(register, state => state.version)
  const picked = useValue(register, state => state.picked)
  const problem = useValue(desk.project, state => state.problem)
  const own = hits.filter(register.isOwn)
  return (
    <section className="where-meant" aria-label={en.register.mentions}>
      <h3>
        {en.register.mentions}
        <span className="faint small" role="status">
          {isDone || hits.length > 0 ? en.register.mentionCount(own.length, hits.length - own.length) : ''}
          {!isDone && ` ${en.register.looking}`}
          {isCut && ` ${en.register.cut}`}
        </span>
      </h3>
      <LeftOut unread={unread} count={unreadCount} />
      {hits.length === 0 ? (
        isDone && <p className="faint">{en.register.noMentions}</p>
      ) : (
        <MentionList label={en.register.mentions} hits={hits} canPick />
      )}
      {own.length > 0 && (
        <div className="line picking">
          <Button look="plain" onClick={() => register.pick(own.map(keyOfMention), picked.size < own.length)}>
            {picked.size < own.length ? en.register.pickAll : en.register.pickNone}
          </Button>
          {wordsOf(own).map(([words, keys]) => (
            <Button
              key={words}
              look="plain"
              onClick={() =>
                register.pick(
                  keys,
                  keys.some(key => !picked.has(key)),
                )
              }
            >
              {en.register.pickWords(words.slice(0, 40))}
            </Button>
          ))}
          {picked.size > 0 && (
            <Button look="main" disabled={problem !== null} onClick={register.beginSplit}>
              {en.register.split(picked.size)}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** The words that mean it, the most frequent first, with the mentions by each; none where all are the same. */
function wordsOf(hits: readonly Hit[]): [words: string, keys: string[]][] {
  const byWords = new Map<string, string[]>()
  for (const hit of hits) {
    const words = hit.quote.replace(/\s+/g, ' ')
    byWords.set(words, [...(byWords.get(words) ?? []), keyOfMention(hit)])
  }
  if (byWords.size < 2) return []
  return [...byWords].sort((one, other) => other[1].length - one[1].length).slice(0, MOST_WORDS)
}
