import type { Link } from '../../shared/annotation/annotation.ts'
import { lostCueOf } from '../../shared/annotation/lostCue.ts'
import type { LinkType } from '../../shared/codebook/codebook.ts'
import { words as en } from '../../shared/words/words.ts'
import { followLink, labelOfLink, nameOf, nameOfEnd, removeLink, sayLink } from '../commands/linkActions.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { spell } from '../state/spell.ts'
import { AttributeField } from './AttributeField.tsx'

/** One link as seen from one of its ends: its kind, the other end, its cue and what is asked about it. */
export function LinkRow({ link, here }: { link: Link; here: string }) {
  const { desk } = useWorkbench()
  const types = useValue(desk.workspace, state => state.codebook.links)
  const canAnnotate = useValue(desk.reading, ({ article }) => article?.canAnnotate ?? false)
  const type = types.find(one => one.id === link.type)
  const kind = labelOfLink(desk, link)
  const isFrom = link.from === here
  const words = isFrom ? nameOfEnd(desk, link) : nameOf(desk, link.from)
  const sentence = isFrom ? en.linking.follow(kind, words) : en.linking.from(words, kind)
  const isInHand = useValue(desk.linking, state => state.current === link.id)
  const isUnplaced = isKeptAside(desk.reading.getState().article?.linkedIn(here).unplaced, link, isFrom)
  return (
    // What has the focus in a row has the link in hand: for its cue, and for following it.
    <li className="link" data-link={link.id} onFocus={() => desk.linking.take(link.id)}>
      <div className="line">
        <Kind link={link} sentence={sentence} label={en.linking.kind(kind, !isFrom)} />
        <button type="button" className="other-end" title={sentence} onClick={() => followLink(desk, link)}>
          <bdi>{words}</bdi>
        </button>
        {isUnplaced && <span className="faint small">{en.linking.notPlaced}</span>}
        <button
          type="button"
          className="drop"
          disabled={!canAnnotate}
          aria-label={en.linking.remove(kind, words)}
          title={en.linking.remove(kind, words)}
          onClick={event => {
            const next = neighbourOf(event.currentTarget)
            removeLink(desk, link)
            if (next) next.focus()
            else desk.stage.page?.focus()
          }}
        >
          ×
        </button>
      </div>
      <div className="details">
        {isInHand &&
          canAnnotate &&
          type?.attributes.map(attribute => (
            <AttributeField
              key={attribute.id}
              of={link.id}
              attribute={attribute}
              value={link.attributes[attribute.id] ?? null}
              onAnswer={value => desk.linking.setAttribute(link.id, attribute.id, value)}
            />
          ))}
        {told(link, type, isInHand && canAnnotate).map(answer => (
          <p key={answer} className="faint small">
            {answer}
          </p>
        ))}
        <Cue link={link} canChange={canAnnotate} isInHand={isInHand} />
      </div>
    </li>
  )
}

/** The kind of a link, to be chosen among those that its ends allow. */
function Kind({ link, sentence, label }: { link: Link; sentence: string; label: string }) {
  const { desk } = useWorkbench()
  const ways = desk.linking.waysOf(link)
  const canAnnotate = desk.reading.getState().article?.canAnnotate ?? false
  const isKnown = ways.some(way => !way.backwards && way.type.id === link.type)
  if (!canAnnotate || ways.length === 0 || (isKnown && ways.length === 1)) return <span className="kind">{label}</span>
  return (
    <select
      aria-label={en.linking.changeKind(labelOfLink(desk, link), sentence)}
      value={isKnown ? link.type : ''}
      onChange={event => {
        const way = ways.find(one => one.type.id === event.target.value)
        const changed = way && desk.linking.setWay(link.id, way)
        if (changed) sayLink(desk, changed)
      }}
    >
      {!isKnown && <option value="">{label}</option>}
      {ways.map(way => (
        <option key={way.type.id} value={way.type.id}>
          {en.linking.kind(way.type.label, way.backwards)}
        </option>
      ))}
    </select>
  )
}

/** The words that tell of a link, or how to say which they are. */
function Cue({ link, canChange, isInHand }: { link: Link; canChange: boolean; isInHand: boolean }) {
  const key = useKey('link.cue')
  const { desk } = useWorkbench()
  const lost = lostCueOf(link)
  const { cue } = link
  if (!cue) {
    if (lost !== undefined)
      return (
        <div className="cue">
          <span className="faint">{`${en.linking.cue}: ${en.linking.cueLost(lost)}`}</span>
          {canChange && <DropCue link={link} quote={lost} />}
        </div>
      )
    return isInHand && canChange ? <p className="faint small">{en.linking.cueHint(key)}</p> : null
  }
  return (
    <div className="cue">
      <span className="faint">{en.linking.cue}</span>
      <button type="button" onClick={() => desk.reading.reveal(cue)}>
        <q>{cue.quote}</q>
      </button>
      {canChange && <DropCue link={link} quote={cue.quote} />}
    </div>
  )
}

function DropCue({ link, quote }: { link: Link; quote: string }) {
  const { desk } = useWorkbench()
  return (
    <button
      type="button"
      className="drop"
      aria-label={en.linking.cueRemove(quote)}
      title={en.linking.cueRemove(quote)}
      onClick={event => {
        const row = event.currentTarget.closest<HTMLElement>('.link')
        desk.linking.setCue(link.id, null)
        desk.notices.say(en.linking.cueRemoved)
        row?.querySelector<HTMLElement>('.other-end')?.focus()
      }}
    >
      ×
    </button>
  )
}

/** The answers of a link that are only told: those that aren't fields, or all. */
function told({ attributes }: Link, type: LinkType | undefined, hasFields: boolean): string[] {
  return Object.entries(attributes).flatMap(([id, value]) => {
    const asked = type?.attributes.find(one => one.id === id)
    if (asked && hasFields) return []
    const choice = asked?.choices.find(one => one.id === value)
    return [en.inspector.other(asked?.label ?? id, choice?.label ?? spell(value))]
  })
}

/** Where the focus goes when a row goes: the same button of the row after, or before. */
function neighbourOf(button: HTMLElement): HTMLElement | null {
  const row = button.closest('.link')
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  return next?.querySelector<HTMLElement>('.line > .drop') ?? null
}

function isKeptAside(unplaced: ReadonlyMap<string, unknown> | undefined, { from, to }: Link, isFrom: boolean): boolean {
  const other = isFrom ? ('annotation' in to ? to.annotation : '') : from
  return unplaced?.has(other) ?? false
}
