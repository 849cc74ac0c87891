import { annotationIn, changedFields, type FieldName, fieldOf } from '../../shared/history/fields.ts'
import type { Moment } from '../../shared/history/moment.ts'
import type { Difference, Past } from '../../shared/history/past.ts'
import { partOf, type Thing } from '../../shared/history/thing.ts'
import { words as en } from '../../shared/words/words.ts'
import {
  nameAndSay,
  nameOfDifference,
  nameVersion,
  namingOn,
  restoreAllAndSay,
  restoreAndSay,
  restoreFieldAndSay,
  whoOf,
} from '../commands/historyActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { labelOfField, spellField, tellMoment, wordsOf } from '../state/tellMoment.ts'
import { Button } from '../ui/Button.tsx'
import { NameForm } from './NameForm.tsx'
import { LongHistory, ShortenForm } from './ShortenForm.tsx'

/** So many differences are listed; who wants more of them restores all. */
const MOST = 200

/** The moment that is looked at: what it was, what differs from now, and what can be had back. */
export function MomentDetails({ past }: { past: Past }) {
  const { desk } = useWorkbench()
  const at = useValue(desk.past, state => state.at)
  const plan = useValue(desk.past, state => state.plan)
  const isNaming = useValue(desk.past, state => state.isNaming)
  useValue(desk.past, state => state.version)
  useValue(desk.reading, state => state.version)
  const moment = at === null ? undefined : past.moments[at]
  return (
    <section className="history-details" aria-label={en.history.details}>
      {moment ? <Heading moment={moment} /> : <p className="faint">{en.history.nowLong}.</p>}
      {plan && <ShortenForm plan={plan} />}
      {!plan && at === null && <LongHistory />}
      {isNaming ? <NameForm moment={moment ?? past.moments.at(-1)} /> : <Actions moment={moment} />}
      {moment && <Differences past={past} />}
    </section>
  )
}

function Heading({ moment }: { moment: Moment<Thing> }) {
  const { desk } = useWorkbench()
  const { what, words } = tellMoment(moment, namingOn(desk))
  const { brokenWhy, tornWhy, unknownWhy } = en.history
  const why = moment.kind === 'broken' ? brokenWhy : moment.kind === 'torn' ? tornWhy : moment.isKnown ? '' : unknownWhy
  return (
    <>
      <p>
        {moment.version !== null && <strong className="version">{moment.version}</strong>} <strong>{what}</strong>{' '}
        {words && (
          <span className="words" dir="auto">
            {words}
          </span>
        )}{' '}
        <span className="faint small">
          {en.time(moment.at)} · {whoOf(desk, moment)}
        </span>
      </p>
      {why && <p className={moment.kind === 'broken' ? 'wrong small' : 'small'}>{why}</p>}
    </>
  )
}

function Actions({ moment }: { moment: Moment<Thing> | undefined }) {
  const { desk } = useWorkbench()
  const device = useValue(desk.past, state => state.head?.device)
  const isWritable = useValue(desk.reading, state => state.article?.isWritable ?? false)
  const hasDifferences = useValue(desk.past, () => (desk.past.get()?.differences.size ?? 0) > 0)
  // Only what stands in this device's history has a line that a name can be written to.
  const isElsewhere = moment !== undefined && (moment.device !== device || !moment.isKnown)
  return (
    <div className="history-actions">
      {moment && (
        <Button
          disabled={!hasDifferences || !isWritable}
          title={en.history.restoreAllWhy}
          onClick={() => restoreAllAndSay(desk)}
        >
          {en.history.restoreAll}
        </Button>
      )}
      <Button
        look="plain"
        disabled={isElsewhere || !isWritable}
        title={isElsewhere ? en.history.elsewhere : undefined}
        onClick={() => nameVersion(desk)}
      >
        {moment?.version == null ? en.history.name : en.history.rename}
      </Button>
      {moment?.version != null && !isElsewhere && (
        <Button look="plain" disabled={!isWritable} onClick={() => void nameAndSay(desk, '')}>
          {en.history.unname}
        </Button>
      )}
    </div>
  )
}

function Differences({ past }: { past: Past }) {
  const all = [...past.differences.values()]
  if (all.length === 0) return <p className="faint small">{en.history.same}</p>
  const annotations = all.filter(({ name }) => partOf(name).part === 'annotation')
  const gone = annotations.filter(({ now }) => now === null).length
  const added = annotations.filter(({ then }) => then === null).length
  const changed = annotations.length - gone - added
  return (
    <>
      <h2>
        {en.history.differences}{' '}
        <span className="count">
          {en.history.differenceCounts(gone, changed, added, all.length - annotations.length)}
        </span>
      </h2>
      <ul className="history-differences">
        {all.slice(0, MOST).map(difference => (
          <OneDifference key={difference.name} difference={difference} />
        ))}
      </ul>
      {all.length > MOST && <p className="faint small">{en.history.more(all.length - MOST)}</p>}
    </>
  )
}

function OneDifference({ difference }: { difference: Difference }) {
  const { desk } = useWorkbench()
  const isWritable = useValue(desk.reading, state => state.article?.isWritable ?? false)
  const { name, then, now } = difference
  const sign = now === null ? 'gone' : then === null ? 'added' : 'changed'
  const what = nameOfDifference(desk, difference)
  const [was, is] = [annotationIn(then), annotationIn(now)]
  const fields = was && is && then?.part === now?.part ? changedFields(was, is) : []
  const title = then === null ? en.history.takeOutOne(what) : en.history.restoreOne(what)
  return (
    <li>
      <p className="line">
        <span className="sign" title={en.history.signNames[sign]} aria-hidden="true">
          {en.history.signs[sign]}
        </span>
        <span className="hidden">{en.history.signNames[sign]}: </span>
        <button
          type="button"
          className="what"
          dir="auto"
          onClick={() => was && desk.reading.select(partOf(name).id, { reveal: true })}
        >
          {what}
        </button>
        <Button
          look="plain"
          aria-label={title}
          title={title}
          disabled={!isWritable}
          onClick={() => restoreAndSay(desk, difference)}
        >
          {then === null ? en.history.takeOut : en.history.restore}
        </Button>
      </p>
      {was && is && fields.map(field => <OneField key={field} field={field} difference={difference} />)}
    </li>
  )
}

function OneField({ field, difference: { then, now } }: { field: FieldName; difference: Difference }) {
  const { desk } = useWorkbench()
  const isWritable = useValue(desk.reading, state => state.article?.isWritable ?? false)
  const naming = namingOn(desk)
  const [was, is] = [annotationIn(then)!, annotationIn(now)!]
  const label = labelOfField(field, naming)
  const [before, after] = [fieldOf(was, field), fieldOf(is, field)].map(value => spellField(field, value, naming))
  const title = `${en.history.restoreField(label)}: ${wordsOf(was)}`
  return (
    <p className="line field-line">
      <span className="faint">{label}</span>
      <span className="what" dir="auto">
        {en.history.thenAndNow(before!, after!)}
      </span>
      {now?.part === 'annotation' && (
        <Button
          look="plain"
          aria-label={title}
          title={title}
          disabled={!isWritable}
          onClick={() => restoreFieldAndSay(desk, is, field)}
        >
          {en.history.restore}
        </Button>
      )}
    </p>
  )
}
