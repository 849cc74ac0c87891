import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Case } from '../../shared/review/case.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Mark } from '../state/comparedMarks.ts'
import { describe } from '../state/describe.ts'
import type { Desk } from '../state/desk.ts'
import { letterOf, type ReviewView, shownName } from '../state/reviewView.ts'

type Known = Pick<Desk, 'reviewView' | 'comparing' | 'workspace' | 'entities'>

/** What the layers at these places are called, in the order of their letters. */
export function namesAt(view: ReviewView, places: readonly number[]): string {
  return en.comparing.and(places.map(place => shownName(view, view.layers[place]!)))
}

/** The letters of the layers at these places. */
export function lettersAt(view: ReviewView, places: readonly number[]): string {
  return places.map(place => letterOf(view, view.layers[place]!)).join(' ')
}

/** Places of the layers that say something in a case. */
export function placesOf({ layers }: ReviewView, { opinions }: Pick<Case, 'opinions'>): number[] {
  return layers.flatMap((layer, place) => (opinions.some(one => one.layer === layer) ? [place] : []))
}

/** Places of those that say nothing there. */
export function silentPlaces({ layers }: ReviewView, { silent }: Pick<Case, 'silent'>): number[] {
  return layers.flatMap((layer, place) => (silent.includes(layer) ? [place] : []))
}

/** What differs there, in few words, as the margin has it: the weightiest kind first. */
export function marginOf(view: ReviewView, one: Case): string {
  return en.comparing.margin(one.kinds, lettersAt(view, placesOf(view, one)))
}

/** Every kind of what differs there. */
export function differsIn(view: ReviewView, one: Case): string {
  return en.comparing.differs(one.kinds, namesAt(view, placesOf(view, one)))
}

/** What each group of layers says of a case, in their order; of a page beside another, what both say. */
export function saysOf(desk: Known, one: Case): string[] {
  const view = desk.reviewView.getState()
  const { codebook } = desk.workspace.getState()
  return desk.comparing.marksOf(one.id).map(mark => {
    const described = describe(mark.annotation, codebook, desk.entities.nameOf)
    return en.comparing.says(namesAt(view, mark.places), described, linksOf(desk, mark))
  })
}

/** What a mark is linked with: each link as its label and its end, in words. */
export function linksOf({ reviewView, workspace, entities }: Known, { case: one, places }: Mark): [string, string][] {
  const { layers } = reviewView.getState()
  const { links } = workspace.getState().codebook
  const opinion = one.opinions.find(({ layer }) => layer === layers[places[0]!])
  return (opinion?.links ?? []).map(({ type, to }) => [
    links.find(({ id }) => id === type)?.label ?? type,
    'annotation' in to ? to.quote : 'entity' in to ? (entities.nameOf(to.entity) ?? to.entity) : en.comparing.author,
  ])
}

/** A case as it is said when a person comes to it. */
export function saidOfCase(desk: Known, one: Case): string {
  const { comparing, reviewView } = desk
  const view = reviewView.getState()
  const silent = silentPlaces(view, one)
  const all = comparing.differing()
  const where = view.isBlind ? '' : en.comparing.whichOf(all.indexOf(one) + 1, all.length)
  const { said } = en.comparing
  return said.difference(differsIn(view, one), saysOf(desk, one), silent.length > 0 ? namesAt(view, silent) : '', where)
}

/** Who says what these marks say, before what is heard of them; '' where an annotation is no mark, or all say the same. */
export function whoSays({ comparing, reviewView }: Pick<Desk, 'comparing' | 'reviewView'>, { id }: Annotation): string {
  const mark = comparing.mark(id)
  if (!mark || mark.standing === 'same') return ''
  return namesAt(reviewView.getState(), mark.places)
}
