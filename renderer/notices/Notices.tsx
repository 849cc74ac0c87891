import { words as en } from '../../shared/words/words.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Notice } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import './notices.css'

/** Problems and news above the status line, and the sentences that are only said. */
export function Notices() {
  const { desk } = useWorkbench()
  const notices = useValue(desk.notices, state => state.notices)
  const said = useLate(desk.notices, state => state.said)
  return (
    <>
      <div className="hidden" role="status" aria-live="polite">
        {said}
      </div>
      <section className="notices" aria-label={en.notices.label}>
        {notices.map(notice => (
          <Shown key={notice.id} notice={notice} />
        ))}
      </section>
    </>
  )
}

function Shown({ notice: { id, content } }: { notice: Notice }) {
  const { desk } = useWorkbench()
  const dismiss = (
    <Button look="plain" onClick={() => desk.notices.dismiss(id)}>
      {en.notices.dismiss}
    </Button>
  )
  if (content.kind === 'news') {
    return (
      <div className="notice" role="status">
        <p>{content.text}</p>
        {content.action && (
          <Button
            look="line"
            onClick={() => {
              desk.notices.dismiss(id)
              content.action?.run()
            }}
          >
            {content.action.title}
          </Button>
        )}
        {dismiss}
      </div>
    )
  }
  const { title, meaning, remedy } = en.problems[content.problem.kind]
  return (
    <div className="notice problem" role="alert">
      <div>
        <p className="title">
          {title}
          {content.about && <span className="faint"> {en.notices.about(content.about)}</span>}
        </p>
        <p>
          {meaning} {remedy}
        </p>
        {content.problem.detail && (
          <details>
            <summary>{en.details}</summary>
            {content.problem.detail}
          </details>
        )}
      </div>
      {dismiss}
    </div>
  )
}
