import { type KeyboardEvent, useEffect, useState } from 'react'
import { type Finding, type RuleId, ruleIds } from '../../shared/rules/rule.ts'
import { rulesOn } from '../../shared/rules/rules.ts'
import { words as en } from '../../shared/words/words.ts'
import {
  applyFix,
  dismissProblem,
  fixesHere,
  fixProblem,
  goToProblem,
  quoteIn,
  titleOfFix,
} from '../commands/problems.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { CopyNotice, useWaitingCopies } from '../look/CopyNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { paragraphAt } from './paragraphAt.ts'
import { Rules } from './Rules.tsx'
import './findings.css'

const ROW_HEIGHT = 30

/** The problems of the open article in the order of the text, and what can be done about the chosen one. */
export function ProblemsPane() {
  const { desk } = useWorkbench()
  const findings = useLate(desk.findings, state => state.findings)
  const [showsRules, setShowsRules] = useState(false)
  if (showsRules) return <Rules onBack={() => setShowsRules(false)} />
  if (!findings) return <p className="no-problems faint">{en.findings.noArticle}</p>
  return (
    <>
      <Bar onRules={() => setShowsRules(true)} />
      <Copies />
      <List />
    </>
  )
}

/** Second versions of the article's files: no rule finds those, and nobody should overlook them. */
function Copies() {
  const copies = useWaitingCopies()
  if (copies.length === 0) return null
  return (
    <div className="problem-copies">
      {copies.map(copy => (
        <div key={copy.ticket} className="problem-copy">
          <CopyNotice copy={copy} isBrief />
        </div>
      ))}
    </div>
  )
}

function List() {
  const { desk, run } = useWorkbench()
  useLate(desk.findings, state => state.version)
  const isWhole = useLate(desk.findings, state => state.isWhole)
  const rule = useValue(desk.findings, state => state.rule)
  useValue(desk.findings, state => state.current)
  const current = desk.findings.current()
  const all = desk.findings.shown()
  if (all.length === 0)
    return isWhole ? <Nothing rule={rule} /> : <p className="no-problems faint">{en.findings.looking}</p>

  function dismissByKey(event: KeyboardEvent): void {
    if (event.key !== 'Delete' || !current) return
    event.preventDefault()
    event.stopPropagation()
    dismissProblem(desk, current)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list within has the focus and says what is chosen
    <div className="problems-list" onKeyDown={dismissByKey}>
      <VirtualList
        label={en.findings.list}
        count={all.length}
        rowHeight={ROW_HEIGHT}
        chosen={current ? desk.findings.rankOf(current) : -1}
        keyOf={row => all[row]?.key ?? String(row)}
        nameOf={row => (all[row] ? nameOf(all[row]) : '')}
        onMove={row => all[row] && goToProblem(desk, all[row])}
        onChoose={row => {
          const finding = all[row]
          if (!finding) return
          const again = finding.key === desk.findings.getState().current
          goToProblem(desk, finding)
          if (again) run('focus.article')
        }}
      >
        {row => all[row] && <Row finding={all[row]} />}
      </VirtualList>
    </div>
  )

  function nameOf(finding: Finding): string {
    const { title } = en.findings.rulesById[finding.rule]
    return en.findings.row(
      title,
      quoteIn(desk, finding),
      paragraphAt(desk.reading.getState().article, finding.place.start),
    )
  }
}

function Row({ finding }: { finding: Finding }) {
  const { desk } = useWorkbench()
  const { title, explain } = en.findings.rulesById[finding.rule]
  const paragraph = paragraphAt(desk.reading.getState().article, finding.place.start)
  return (
    <div className="problem-row" title={explain}>
      <span className="what">{title}</span>
      <span className="words" dir="auto">
        {quoteIn(desk, finding)}
      </span>
      <span className="where">{en.findings.paragraph(paragraph)}</span>
    </div>
  )
}

/** Which rule's problems are listed, and what can be done about the chosen one. */
function Bar({ onRules }: { onRules: () => void }) {
  const { desk, run } = useWorkbench()
  useLate(desk.findings, state => state.version)
  useValue(desk.findings, state => state.current)
  useLate(desk.reading, state => state.version)
  const rule = useValue(desk.findings, state => state.rule)
  const current = desk.findings.current()
  const fixes = current ? fixesHere(desk, current) : []
  const { all, byRule, right } = desk.findings.counts()
  const listed = ruleIds.filter(id => (byRule.get(id) ?? 0) > 0 || id === rule)
  const key = useKey('problems.fix')
  return (
    <div className="problems-bar">
      <select
        aria-label={en.findings.filter}
        value={rule ?? ''}
        onChange={event => desk.findings.filter((event.target.value || null) as RuleId | 'right' | null)}
      >
        <option value="">{en.findings.all(all)}</option>
        {listed.map(id => (
          <option key={id} value={id}>
            {en.findings.ofRule(en.findings.rulesById[id].title, byRule.get(id) ?? 0)}
          </option>
        ))}
        {(right > 0 || rule === 'right') && <option value="right">{en.findings.right(right)}</option>}
      </select>
      <span className="gap" />
      {current && fixes.length > 0 && (
        <Button
          keys={key}
          title={fixes.length === 1 ? titleOfFix(desk, fixes[0]!) : en.findings.fixes}
          onClick={() =>
            fixes.length === 1 ? applyFix(desk, current, fixes[0]!, run) : fixProblem(desk, id => run(id))
          }
        >
          {fixes.length === 1 ? titleOfFix(desk, fixes[0]!) : en.findings.fix}
        </Button>
      )}
      {current && (
        <Button look="plain" title={en.findings.dismissWhy} onClick={() => dismissProblem(desk, current)}>
          {desk.findings.isDismissed(current) ? en.findings.listAgain : en.findings.dismiss}
        </Button>
      )}
      <Button look="plain" title={en.findings.rulesTitle} onClick={onRules}>
        {en.findings.rules}
      </Button>
    </div>
  )
}

/** Nothing is wrong: what was looked for. */
function Nothing({ rule }: { rule: RuleId | 'right' | null }) {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  useEffect(() => {
    // The last one of a kind was mended: what else there is is shown again.
    if (rule !== null) desk.findings.filter(null)
  }, [desk, rule])
  return (
    <div className="no-problems">
      <p>{rule === 'right' ? en.findings.noneRight : en.findings.none}</p>
      <p className="faint">{en.findings.checked}</p>
      <ul className="faint">
        {rulesOn(codebook).map(({ id }) => (
          <li key={id}>{en.findings.rulesById[id].title}</li>
        ))}
      </ul>
    </div>
  )
}
