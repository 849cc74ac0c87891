import type { ReactNode } from 'react'
import type { Span } from '../../shared/annotation/span.ts'
import { around, type Stood } from '../../shared/placing/review.ts'
import { type Piece, wordings } from '../../shared/placing/wording.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import {
  acceptPlace,
  chooseCandidate,
  leavePlace,
  placeByHand,
  removeUnplaced,
  stopPlacingByHand,
} from '../commands/placingActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { PlacingRow } from '../state/placing.ts'
import { Button } from '../ui/Button.tsx'

/** One annotation: how it stood and what stands there now, and what can be decided. */
export function Decision({ isLooking }: { isLooking: boolean }) {
  const { desk } = useWorkbench()
  useValue(desk.placing, state => state.version)
  useValue(desk.placing, state => state.current)
  const candidate = useValue(desk.placing, state => state.candidate)
  const byHand = useValue(desk.placing, state => state.byHand)
  const article = useValue(desk.reading, state => state.article)
  const row = desk.placing.current()
  if (!row || !article) return <p className="placing-empty faint">{en.placing.choose}</p>
  const places = desk.placing.placesOf(row)
  const shown = places[candidate]
  return (
    <section className="decision" aria-label={en.placing.decision}>
      <div className="decision-texts">
        {isLooking && !row.entry ? (
          <p className="faint" role="status">
            {en.placing.looking}
          </p>
        ) : (
          <Texts row={row} text={article.text} shown={shown} />
        )}
      </div>
      {byHand ? (
        <div className="decision-acts" role="status">
          <span className="by-hand">{en.placing.byHandShort}</span>
          <Button look="plain" keys="Esc" onClick={() => stopPlacingByHand(desk)}>
            {en.placing.stop}
          </Button>
        </div>
      ) : (
        <div className="decision-acts">
          {shown && (
            <Act keys="↵" isMain onPress={() => acceptPlace(desk)}>
              {row.kind === 'moved' ? en.placing.acceptOne : en.placing.accept}
            </Act>
          )}
          {places.length > 1 && (
            <fieldset className="candidates" aria-label={en.placing.places(places.length)}>
              {places.map((place, i) => (
                <button
                  key={`${place[0]!.start} ${place[0]!.end}`}
                  type="button"
                  aria-pressed={i === candidate}
                  aria-label={en.placing.placeNumber(i + 1)}
                  onClick={() => chooseCandidate(desk, i)}
                >
                  {en.number(i + 1)}
                </button>
              ))}
            </fieldset>
          )}
          <Act keys="H" onPress={() => placeByHand(desk)}>
            {en.placing.hand}
          </Act>
          <Act keys="L" onPress={() => leavePlace(desk)}>
            {row.kind === 'moved' ? en.placing.later : en.placing.leave}
          </Act>
          <Act keys="Del" onPress={() => removeUnplaced(desk)}>
            {row.kind === 'cue' ? en.placing.letGo : en.placing.remove}
          </Act>
        </div>
      )}
    </section>
  )
}

interface ActProps {
  readonly keys: string
  readonly isMain?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

/** A decision with the key that takes it while the list has the focus. */
function Act({ keys, isMain = false, onPress, children }: ActProps) {
  return (
    <Button look={isMain ? 'main' : 'line'} onClick={onPress}>
      {children} <span className="key">{keys}</span>
    </Button>
  )
}

interface TextsProps {
  readonly row: PlacingRow
  readonly text: string
  readonly shown: readonly Span[] | undefined
}

function Texts({ row, text, shown }: TextsProps) {
  const stood = row.entry?.stood ?? []
  const isSpacing =
    row.kind === 'changed' &&
    shown !== undefined &&
    shown.some(({ start, end }, i) => text.slice(start, end) !== stood[i]?.quote) &&
    shown.every(({ start, end }, i) => bare(text.slice(start, end)) === bare(stood[i]?.quote ?? ''))
  const count = Math.max(stood.length, shown?.length ?? 0)
  return (
    <>
      <dl className="decision-versions">
        {Array.from({ length: count }, (_, i) => {
          const now = shown?.[i] && around(text, shown[i])
          const cut = stood[i] && now ? wordings(stood[i], now) : null
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an annotation have no other name than their place
            <div key={i}>
              <dt>{en.placing.stood}</dt>
              <dd dir="auto">{cut ? <Words pieces={cut.was} side="was" /> : stood[i] && <Plain stood={stood[i]} />}</dd>
              <dt>{en.placing.stands}</dt>
              <dd dir="auto">
                {cut ? (
                  <Words pieces={cut.is} side="is" />
                ) : now ? (
                  <Plain stood={now} />
                ) : (
                  <span className="faint">{en.placing.nowhere}</span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {isSpacing && <p className="faint small">{en.placing.spacing}</p>}
      {count === 0 && <p className="faint">{en.placing.notKept}</p>}
    </>
  )
}

/** Words without their spaces, however their letters are composed. */
function bare(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, '')
}

/** What was taken away is struck through, what came is underlined; the annotated words have a frame. */
function Words({ pieces, side }: { pieces: readonly Piece[]; side: 'was' | 'is' }) {
  return (
    <>
      {pieces.map((piece, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name than their place
        <Word key={i} piece={piece} side={side} />
      ))}
    </>
  )
}

function Word({ piece: { text, isQuote, isDifferent }, side }: { piece: Piece; side: 'was' | 'is' }) {
  const Changed = side === 'was' ? 'del' : 'ins'
  const shown = withUnseenShown(text)
  const words = isDifferent ? <Changed>{shown}</Changed> : shown
  return isQuote ? <mark>{words}</mark> : words
}

function Plain({ stood: { before, quote, after } }: { stood: Stood }) {
  return (
    <>
      {withUnseenShown(before)}
      <mark>{withUnseenShown(quote)}</mark>
      {withUnseenShown(after)}
    </>
  )
}
