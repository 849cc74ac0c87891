import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { zoneAt } from '../state/blocks.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { fileName } from '../state/visibleRows.ts'
import { Button } from '../ui/Button.tsx'
import { FoldedPane } from './FoldedPane.tsx'

/** The file's name, what the paragraph at hand is, and whether the article is done. */
export function TitleBar({ article }: { article: OpenArticle }) {
  const { desk, run } = useWorkbench()
  const path = useValue(desk.workspace, state => state.rows.get(article.ticket)?.path ?? article.opened.title)
  const name = fileName(path)
  return (
    <header className="title-bar">
      <FoldedPane pane="articles" />
      <h1 title={withUnseenShown(path)}>
        <span className="file-path">
          <span className="folder">{withUnseenShown(path.slice(0, path.length - name.length))}</span>
          {withUnseenShown(name)}
        </span>
      </h1>
      <ReadOnly />
      <About />
      <Zone />
      <Done onPress={() => run('article.done')} />
      <FoldedPane pane="inspector" />
    </header>
  )
}

function About() {
  const { run } = useWorkbench()
  return (
    <Button
      look="plain"
      aria-haspopup="dialog"
      title={en.commands['article.about']}
      keys={useKey('article.about')}
      onClick={() => run('article.about')}
    >
      {en.about.open}
    </Button>
  )
}

function Zone() {
  const { desk, run } = useWorkbench()
  useLate(desk.reading, state => state.version)
  const zone = useLate(desk.reading, ({ article, selection, selected }) => {
    if (!article) return 'body'
    const annotation = selected === null ? undefined : article.layer.annotations.get(selected)
    return zoneAt(article.blocks, selection?.start ?? annotation?.spans[0]?.start ?? article.place)
  })
  return (
    <Button
      look="plain"
      className="zone-button"
      aria-label={en.reading.zoneButton(en.reading.zones[zone])}
      aria-haspopup="menu"
      title={en.commands['zone.change']}
      keys={useKey('zone.change')}
      onClick={() => run('zone.change')}
    >
      <span className="faint">{en.reading.zone}</span> {en.reading.zones[zone]}
    </Button>
  )
}

function ReadOnly() {
  const { desk } = useWorkbench()
  useLate(desk.reading, state => state.version)
  const head = useLate(desk.reading, state => state.article?.head ?? null)
  if (head === null || head.access === 'write') return null
  const problem = head.problem && en.problems[head.problem.kind]
  return (
    <span className="badge" title={problem ? `${problem.title}. ${problem.meaning} ${problem.remedy}` : undefined}>
      {en.reading.readOnly}
    </span>
  )
}

function Done({ onPress }: { onPress: () => void }) {
  const { desk } = useWorkbench()
  useLate(desk.reading, state => state.version)
  const status = useLate(desk.reading, state => state.article?.layer.status ?? 'in-progress')
  const canAnnotate = useLate(desk.reading, state => state.article?.canAnnotate ?? false)
  const isDone = status !== 'in-progress'
  return (
    <Button
      look="plain"
      className="done-button"
      aria-pressed={isDone}
      disabled={!canAnnotate}
      title={isDone ? en.reading.markOpen : en.reading.markDone}
      keys={useKey('article.done')}
      onClick={onPress}
    >
      <svg viewBox="0 0 12 12" width="13" height="13" aria-hidden="true">
        <circle
          cx="6"
          cy="6"
          r="5.2"
          fill={isDone ? 'var(--accent)' : 'none'}
          stroke={isDone ? 'var(--accent)' : 'var(--line-strong)'}
        />
        {isDone && <path d="M3.6 6.2l1.7 1.7 3.2-3.6" fill="none" stroke="var(--on-accent)" strokeWidth="1.5" />}
      </svg>
      {en.reading.done}
    </Button>
  )
}
