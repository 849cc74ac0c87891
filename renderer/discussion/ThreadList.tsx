import type { Thread } from '../../shared/discussion/threads.ts'
import { words as en } from '../../shared/words/words.ts'
import { type AboutThread, inOneLine, nameIn, sentenceOfThread, stateOf, textOfSaid } from '../commands/aboutThread.ts'
import { goToThread, replyIn, threadListId } from '../commands/discussActions.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import { Swatch } from '../ui/Swatch.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { ThreadSign } from './ThreadSign.tsx'

const ROW_HEIGHT = 46

interface Props {
  readonly rows: readonly { readonly thread: Thread; readonly about: AboutThread }[]
  readonly current: string | null
}

/** The conversations of the open article: what each is about, and what was said last. */
export function ThreadList({ rows, current }: Props) {
  const { desk } = useWorkbench()
  const tags = useTags()
  return (
    <div id={threadListId} className="discussion-list">
      <VirtualList
        label={en.discussion.list}
        count={rows.length}
        rowHeight={ROW_HEIGHT}
        chosen={rows.findIndex(({ thread }) => thread.key === current)}
        keyOf={at => rows[at]?.thread.key ?? String(at)}
        nameOf={at => (rows[at] ? sentenceOfThread(desk, rows[at].thread) : '')}
        onMove={at => rows[at] && goToThread(desk, rows[at].thread)}
        onChoose={(at, { isClick }) => {
          const thread = rows[at]?.thread
          if (!thread) return
          if (thread.key === current && !isClick) replyIn(desk, thread)
          else goToThread(desk, thread)
        }}
      >
        {at => {
          const row = rows[at]
          if (!row) return null
          const { thread, about } = row
          const last = thread.said.at(-1)!
          const tag = about.tag === undefined ? null : tagOf(tags, about.tag)
          return (
            <div className="discussion-row">
              <ThreadSign state={stateOf(thread)} />
              <span className="lines">
                <span className="top">
                  {tag && (
                    <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
                      {tag.label.slice(0, 1)}
                    </Swatch>
                  )}
                  {about.quote ? (
                    <span className="words" dir="auto">
                      {inOneLine(about.quote)}
                    </span>
                  ) : (
                    <span className="label">{about.label}</span>
                  )}
                </span>
                <span className="last" dir="auto">
                  <b>{nameIn(desk, last.layer)}</b> {inOneLine(textOfSaid(last))}
                </span>
              </span>
              <span className="count">{en.number(thread.said.length)}</span>
            </div>
          )
        }}
      </VirtualList>
    </div>
  )
}
