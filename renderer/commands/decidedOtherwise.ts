import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Verdict } from '../../shared/annotation/verdict.ts'
import { isDisputed } from '../../shared/discussion/threads.ts'
import type { ToldAnnotation } from '../../shared/discussion/voice.ts'
import { isGold } from '../../shared/sidecar/names.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import { selectedAnnotation } from '../state/reading.ts'
import { beginOn } from './commentOn.ts'
import { whoIs } from './whoIs.ts'

/** That gold of somebody's has something else than what the person annotated. */
export interface DecidedOtherwise {
  /** The gold layer, and its verdict. */
  readonly layer: string
  readonly verdict: Verdict
  /** What stands there instead, where anything does. */
  readonly final: ToldAnnotation | undefined
  /** Whether somebody disagreed, which isn't settled. */
  readonly isOpen: boolean
}

/** In which gold layers something else was decided on one of the person's own annotations, as it is now. */
export function decidedOtherwise(
  desk: Pick<Desk, 'discussing' | 'reading'>,
  annotation: Annotation,
): DecidedOtherwise[] {
  const { discussing } = desk
  const me = discussing.me()
  return discussing.getState().voices.flatMap(({ layer, verdicts }): DecidedOtherwise[] => {
    if (!isGold(layer)) return []
    const verdict = verdicts
      .filter(({ on, verdict }) => on.layer === me && on.annotation === annotation.id && verdict !== 'accept')
      // What was decided on what it said before doesn't count any more.
      .filter(one => annotation.modified <= given(one))
      .sort((one, other) => (given(one) < given(other) ? -1 : 1))
      .at(-1)
    if (!verdict) return []
    const final = verdict.gold === undefined ? undefined : discussing.told(layer, verdict.gold)
    const isOpen = isDisputed({ layer, verdict: verdict.id, given: given(verdict) }, discussing.threads())
    return [{ layer, verdict, final, isOpen }]
  })
}

/** Begins to say that one disagrees with what gold has otherwise than the selected annotation of one's own. */
export function disagree(desk: Desk): void {
  const state = desk.reading.getState()
  const annotation = selectedAnnotation(state)
  const isOwn = annotation !== undefined && state.article?.present.annotations.has(annotation.id)
  const found = isOwn ? decidedOtherwise(desk, annotation) : []
  const topics = found.map(({ layer, verdict }) => ({
    ...{ on: { layer, verdict: verdict.id }, label: whoIs(desk, layer), letter: '' },
  }))
  if (topics.length === 0) desk.notices.news(en.discussion.nothingOtherwise)
  else if (topics.length === 1) beginOn(desk, topics[0]!.on, 'disagree')
  else desk.dialogs.askWhose(topics, 'disagree')
}

function given({ created, modified }: Verdict): string {
  return modified ?? created
}
