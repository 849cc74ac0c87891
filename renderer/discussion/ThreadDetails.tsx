import { printKeys } from '../../shared/commands/keys.ts'
import type { Said, Thread } from '../../shared/discussion/threads.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { aboutThread, kindOf, me, nameIn, stateOf, stateWord, textOfSaid } from '../commands/aboutThread.ts'
import { changeComment, placeThread, removeComment, replyIn, settleThread } from '../commands/discussActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { ThreadSign } from './ThreadSign.tsx'

/** One conversation: what it is about, everything said in it, and what can be done. */
export function ThreadDetails({ thread }: { thread: Thread }) {
  const { desk } = useWorkbench()
  const { label, quote, span, whose } = aboutThread(desk, thread)
  const isWriting = useValue(desk.discussing, () => desk.discussing.draft() !== null)
  const canWrite = useValue(desk.reading, state => state.article?.canSay ?? false)
  return (
    <>
      <header className="thread-about">
        <ThreadSign state={stateOf(thread)} />
        <h2>
          {label}
          {whose && <span className="whose"> {en.discussion.of(whose)}</span>}
        </h2>
        <span className="state">{stateWord(thread)}</span>
        <span className="gap" />
        {span && (
          <Button look="plain" onClick={() => desk.reading.reveal({ ...span })}>
            {en.discussion.goThere}
          </Button>
        )}
      </header>
      {quote && (
        <blockquote className="thread-quote" dir="auto">
          {withUnseenShown(quote)}
        </blockquote>
      )}
      {'lost' in thread.about && <Lost thread={thread} canWrite={canWrite} />}
      <ol className="thread-said">
        {thread.said.map(said => (
          <OneSaid key={`${said.layer} ${said.comment.id}`} said={said} thread={thread} />
        ))}
      </ol>
      {!isWriting && (
        <div className="thread-actions">
          <Button disabled={!canWrite} keys={printKeys('R', desk.platform())} onClick={() => replyIn(desk, thread)}>
            {en.discussion.reply}
          </Button>
          <Button
            look="plain"
            disabled={!canWrite}
            keys={printKeys('X', desk.platform())}
            onClick={() => settleThread(desk, thread)}
          >
            {thread.state === 'open' ? en.discussion.resolve : en.discussion.reopen}
          </Button>
        </div>
      )}
    </>
  )
}

/** Words that have no place in the text any more are given one by whoever wrote about them, for the comment stands in their file. */
function Lost({ thread, canWrite }: { readonly thread: Thread; readonly canWrite: boolean }) {
  const { desk } = useWorkbench()
  const { layer } = thread.said[0]!
  if (layer !== me(desk)) return <p className="faint">{en.discussion.placeTheirs(nameIn(desk, layer))}</p>
  return (
    <p className="thread-lost">
      <span className="faint">{en.discussion.placeWhy}</span>{' '}
      <Button disabled={!canWrite} onClick={() => placeThread(desk, thread)}>
        {en.discussion.place}
      </Button>
    </p>
  )
}

function OneSaid({ said, thread }: { said: Said; thread: Thread }) {
  const { desk } = useWorkbench()
  const { layer, comment } = said
  const isOwn = layer === me(desk)
  const canWrite = useValue(desk.reading, state => state.article?.canSay ?? false)
  const kind = kindOf(comment.kind)
  const name = nameIn(desk, layer)
  const time = en.time(comment.created)
  return (
    <li className={`said ${kind}`}>
      <p className="by">
        <b>{name}</b> <span className="kind">{en.discussion.kinds[kind]}</span>{' '}
        <span className="faint">
          {time}
          {comment.modified !== undefined && ` · ${en.discussion.changed}`}
        </span>
        {isOwn && canWrite && (
          <span className="own">
            {comment.text !== '' && (
              <Button
                look="plain"
                aria-label={en.discussion.changeOne(time)}
                onClick={() => changeComment(desk, said, thread)}
              >
                {en.discussion.change}
              </Button>
            )}
            <Button look="plain" aria-label={en.discussion.removeOne(time)} onClick={() => removeComment(desk, said)}>
              {en.discussion.remove}
            </Button>
          </span>
        )}
      </p>
      {comment.text !== '' && (
        <p className="text" dir="auto">
          {textOfSaid(said)}
        </p>
      )}
    </li>
  )
}
