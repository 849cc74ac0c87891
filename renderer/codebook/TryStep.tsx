import { useEffect, useMemo, useRef, useState } from 'react'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { type Migration, migrateCodebook } from '../../shared/codebook/migration.ts'
import { countByArticle, type Planned, planMigration, tagOfMigration } from '../../shared/codebook/planMigration.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import { words as en } from '../../shared/words/words.ts'
import { labelOf } from '../commands/labelOf.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useWhose } from '../look/useWhose.ts'
import type { Step } from '../state/codebookEditor.ts'
import { Button } from '../ui/Button.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { Looking } from './Looking.tsx'
import { useGathered } from './useGathered.ts'

interface Props {
  readonly migration: Migration
  /** The codebook that the step was begun with. */
  readonly from: Codebook
  /** The codebook with what the migration leads to. */
  readonly after: Codebook
  readonly back: Step
}

const ROW_HEIGHT = 28

/** What a migration would change, before it changes anything; then it is made, as one undo. */
export function TryStep({ migration, from, after, back }: Props) {
  const { desk } = useWorkbench()
  const me = desk.workingOn.me()
  const rows = useValue(desk.workspace, state => state.rows)
  const before = useValue(desk.workspace, state => state.codebook)
  const running = useValue(desk.bulk, state => state.running)
  const [problem, setProblem] = useState<string | null>(null)
  const making = useRef(false)
  // Somebody changed the codebook meanwhile: what was worked out would take that back.
  const isStale = before !== from
  useEffect(() => {
    if (!isStale || making.current) return
    desk.notices.say(en.codebook.changedMeanwhile)
    desk.codebook.go(back)
  }, [desk, isStale, back])
  const { gathered, progress } = useGathered({ what: 'annotations', tags: [tagOfMigration(migration)] })
  const plan = useMemo(
    () => gathered && planMigration(gathered.hits, me, migration, before),
    [gathered, me, migration, before],
  )
  if (running)
    return (
      <div className="step">
        <h3>{running.title}</h3>
        <p role="status">
          <progress aria-label={running.title} value={running.done} max={running.total || 1} />{' '}
          {en.codebook.progress(running.done, running.total)}
        </p>
        <div className="answers">
          <Button onClick={() => void desk.bulk.cancel()}>{en.cancel}</Button>
        </div>
      </div>
    )
  if (!gathered || !plan) return <Looking {...progress} />

  const title = titleOf(before, after, migration)
  const unreadable = [...rows.values()].filter(row => row.problem !== null).map(row => row.path)
  const pathOf = (article: string) => rows.get(article)?.path ?? article

  async function make(): Promise<void> {
    const project = desk.codebook.editTo(migrateCodebook(after, migration))
    if (!plan || !project) return
    making.current = true
    const outcome = await desk.bulk.record({ title, changes: plan.changes, project })
    making.current = false
    if (outcome.kind === 'failed') setProblem(en.problems[outcome.problem.kind].title)
    else if (outcome.kind === 'cancelled') desk.notices.say(en.codebook.cancelled)
    else {
      desk.notices.say(en.codebook.migrated(title, plan.own.length, outcome.done, outcome.refused.length))
      desk.codebook.choose(
        migration.kind === 'merge-tags'
          ? { of: 'tags', id: migration.into }
          : migration.kind === 'split-tag'
            ? { of: 'tags', id: migration.from }
            : { of: 'attributes', id: attributeKey({ tag: migration.tag, id: migration.attribute }) },
      )
      document.getElementById('codebook-tree')?.focus()
    }
  }

  return (
    <div className="step try">
      <h3>{title}</h3>
      <p>{en.codebook.wouldChange(plan.own.length, plan.changes.length)}</p>
      {plan.others.length > 0 && <p>{en.codebook.othersStay(plan.others.length)}</p>}
      {unreadable.length > 0 && <p>{en.codebook.unreadable(unreadable)}</p>}
      {gathered.unreadArticles + gathered.unreadLayers > 0 && (
        <p>{en.codebook.unread(gathered.unreadArticles, gathered.unreadLayers)}</p>
      )}
      {(gathered.problem || problem) && (
        <p className="wrong" role="alert">
          {problem ?? en.problems[gathered.problem!.kind].title}
        </p>
      )}
      {plan.own.length > 0 && (
        <>
          <table className="by-article" aria-label={en.codebook.byArticle}>
            <tbody>
              {countByArticle(plan.own)
                .slice(0, MOST_ARTICLES)
                .map(([article, count]) => (
                  <tr key={article}>
                    <th scope="row">{pathOf(article)}</th>
                    <td>{en.number(count)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
          {plan.changes.length > MOST_ARTICLES && (
            <p className="faint small">{en.codebook.moreArticles(plan.changes.length - MOST_ARTICLES)}</p>
          )}
        </>
      )}
      <Rows planned={[...plan.own, ...plan.others]} me={me} tags={after.tags} pathOf={pathOf} />
      <div className="answers">
        <Button onClick={() => desk.codebook.go(back)}>{en.codebook.back}</Button>
        <Button autoFocus look="main" disabled={gathered.problem !== null} onClick={() => void make()}>
          {en.codebook.make(plan.own.length)}
        </Button>
      </div>
    </div>
  )
}

/** More articles than this are told by their number. */
const MOST_ARTICLES = 200

interface RowsProps {
  readonly planned: readonly Planned[]
  readonly me: string
  readonly tags: Codebook['tags']
  readonly pathOf: (article: string) => string
}

/** Each annotation in its context, what it is and what it would be. */
function Rows({ planned, me, tags, pathOf }: RowsProps) {
  const [chosen, setChosen] = useState(-1)
  const whose = useWhose()
  if (planned.length === 0) return null
  const change = ({ before, after, hit }: Planned) => {
    const was = labelOf(tags, before.tag)
    if (hit.annotator !== me) return en.codebook.staysBy(was, whose(hit.annotator ?? ''))
    return before.tag === after.tag
      ? en.codebook.otherAnswer(was)
      : en.codebook.becomesOther(was, labelOf(tags, after.tag))
  }
  const wordsOf = ({ hit, before }: Planned) => (hit.quote || before.spans[0]?.quote || '').replace(/\s+/g, ' ')
  return (
    <div className="planned">
      <VirtualList
        label={en.codebook.planned}
        count={planned.length}
        rowHeight={ROW_HEIGHT}
        chosen={chosen}
        keyOf={row => `${planned[row]!.hit.article} ${planned[row]!.hit.annotator} ${planned[row]!.before.id}`}
        nameOf={row => `“${wordsOf(planned[row]!)}”, ${change(planned[row]!)}, ${pathOf(planned[row]!.hit.article)}`}
        onMove={setChosen}
        onChoose={setChosen}
      >
        {row => {
          const one = planned[row]!
          return (
            <div className="kwic" dir="auto">
              <span className="context before">
                <bdi>{one.hit.before.replace(/\s+/g, ' ')}</bdi>
              </span>
              <mark>{wordsOf(one)}</mark>
              <span className="context">{one.hit.after.replace(/\s+/g, ' ')}</span>
              <span className="change">{change(one)}</span>
            </div>
          )
        }}
      </VirtualList>
    </div>
  )
}

/** What a migration is called: in the sheet, among the undos and in the intent on disk. */
function titleOf(before: Codebook, after: Codebook, migration: Migration): string {
  if (migration.kind === 'merge-tags')
    return en.codebook.merging(labelOf(before.tags, migration.from), labelOf(before.tags, migration.into))
  if (migration.kind === 'split-tag') {
    const into = [...new Set(Object.values(migration.parts))].map(id => labelOf(after.tags, id))
    return en.codebook.splitting(labelOf(before.tags, migration.from), into)
  }
  const question = before.attributes.find(one => one.tag === migration.tag && one.id === migration.attribute)
  const name = (id: string) => question?.choices.find(one => one.id === id)?.label ?? id
  return en.codebook.merging(name(migration.from), name(migration.into))
}
