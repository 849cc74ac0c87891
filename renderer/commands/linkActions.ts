import { type Annotation, type Link, quoteOf } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Way } from '../../shared/codebook/linkTypes.ts'
import { emptyQuery } from '../../shared/search/query.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import type { Hint } from '../state/linkHints.ts'
import { nextLink, sourceLinks } from '../state/linkSources.ts'
import { linksInOrder, otherEnd } from '../state/linkWays.ts'
import { selectedAnnotation, selectedText } from '../state/reading.ts'
import { selectAndSay } from './actions.ts'
import { keyOf } from './keyOf.ts'
import { labelOf } from './labelOf.ts'
import { showDrawer } from './panes.ts'
import { goToHit } from './searchActions.ts'

/** Begins to link the selected annotation, and says what can be linked. */
export function beginLinking({ linking, notices, reading, workspace }: Desk): void {
  const annotation = selectedAnnotation(reading.getState())
  if (!annotation) return
  const { tags } = workspace.getState().codebook
  if (!linking.begin()) {
    notices.news(en.linking.noKinds(labelOf(tags, annotation.tag)))
    return
  }
  const { hints } = linking.getState().mode!
  const first = hints[0]
  const nearest = first && en.linking.target(first.key, nameOfHint(first))
  notices.say(en.linking.begun(Layer.describe(annotation), hints.length, nearest))
}

/** Leaves linking mode, if it is on. */
export function leaveLinking({ linking, notices }: Desk): void {
  if (linking.getState().mode) notices.say(en.linking.left)
  linking.end()
}

/** Links with a target, and says so. */
export function linkWith(desk: Desk, hint: Hint): void {
  const link = desk.linking.choose(hint)
  if (link) sayLink(desk, link)
}

/** Links with what the mouse points at, if it can be linked. */
export function pointWhileLinking(desk: Desk, ids: readonly string[]): void {
  const link = desk.linking.point(ids)
  if (link) sayLink(desk, link)
}

/** Makes an annotation of the selected words and links it; why not is said. */
export function linkWithWords(desk: Desk, tag = desk.linking.tagOfNewEnd()): void {
  const { linking, notices, workspace, reading } = desk
  const { tags } = workspace.getState().codebook
  const source = selectedAnnotation(reading.getState())
  if (tag === undefined || !source) return
  const link = linking.makeEnd(tag)
  if (link === 'no-words') notices.news(en.news.nothingToTag)
  else if (link === 'not-allowed') notices.news(en.linking.notAllowed(labelOf(tags, source.tag), labelOf(tags, tag)))
  else sayLink(desk, link)
}

/** Another kind for the link that was just made. */
export function changeMade(desk: Desk, way: Way): void {
  const link = desk.linking.setMadeWay(way)
  if (link) sayLink(desk, link)
}

/** Says what a link says: from what, how, to what. */
export function sayLink(desk: Desk, link: Link): void {
  desk.notices.say(en.linking.said(nameOf(desk, link.from), labelOfLink(desk, link), nameOfEnd(desk, link)))
}

/**
 * Makes the selected words the cue of the link in hand. Where it can be the
 * cue of several, which one is asked.
 */
export function setCue(desk: Desk): void {
  const { linking, notices, dialogs } = desk
  const links = linking.linksForCue()
  if (links.length === 0) notices.news(en.linking.cueWithout)
  else if (links.length === 1) setCueOf(desk, links[0]!)
  else dialogs.pick('cue')
}

/** Makes the selected words the cue of this link, and selects its annotation again, where the cue is shown. */
export function setCueOf(desk: Desk, { id }: Pick<Link, 'id'>): void {
  const { linking, notices, reading } = desk
  const words = selectedText(reading.getState())
  const annotation = linking.inHand()
  const link = words && linking.setCue(id, words)
  if (!link?.cue) {
    notices.news(en.news.nothingToTag)
    return
  }
  linking.take(id)
  reading.selectText({ start: link.cue.end, end: link.cue.end })
  if (annotation) reading.select(annotation.id)
  notices.say(en.linking.cueSaid(labelOfLink(desk, link), link.cue.quote))
}

/** Goes to the other end of the link in hand; going again leads back. */
export function followLink(desk: Desk, chosen?: Link): void {
  const { linking, reading, notices } = desk
  const annotation = selectedAnnotation(reading.getState())
  const { article } = reading.getState()
  if (!annotation || !article) return
  const links = linksInOrder(article.linkedIn(annotation.id), annotation.id)
  const link = chosen ?? links.find(one => one.id === linking.getState().current) ?? links[0]
  if (!link) notices.news(en.linking.noLinks(keyOf(desk, 'link.begin')))
  else goAlong(desk, link, annotation)
}

/** Goes to the other end of a link that was pointed at. */
export function followById(desk: Desk, id: string): void {
  const { article } = desk.reading.getState()
  const link = article?.layer.links.get(id) ?? article?.present.links.get(id)
  if (link) followLink(desk, link)
}

/** Goes to who put a claim forward; from them to their claims, one after another. */
export function goToSource(desk: Desk): void {
  const { linking, reading, notices, workspace } = desk
  const annotation = selectedAnnotation(reading.getState())
  const { article } = reading.getState()
  if (!annotation || !article) return
  const types = workspace.getState().codebook.links
  const links = sourceLinks(article.linkedIn(annotation.id), annotation, types)
  const link = nextLink(links, linking.getState().current)
  if (link) goAlong(desk, link, annotation)
  else
    notices.news(
      types.some(type => type.from.includes(annotation.tag))
        ? en.linking.noSource(keyOf(desk, 'link.begin'))
        : en.linking.noStatements,
    )
}

function goAlong(desk: Desk, link: Link, from: Annotation): void {
  const { reading, linking, notices } = desk
  const { article } = reading.getState()
  const other = article && otherEnd(article.linkedIn(from.id), link, from.id)
  const isShown = other !== undefined && other !== null && article?.layer.annotations.has(other.id)
  if (isShown) selectAndSay(desk, other)
  else if ('entity' in link.to) void goToMentions(desk, link.to.entity)
  else notices.news(en.linking.leadsTo(labelOfLink(desk, link), nameOfEnd(desk, link)))
  linking.take(link.id)
}

/**
 * Goes to where an entity is meant: in another article if it is, else here. All
 * the places are listed as what a search found, so that one can go on among them.
 */
export async function goToMentions(desk: Desk, entity: string): Promise<void> {
  const { searching, reading, notices, entities } = desk
  const here = reading.getState().article?.ticket
  const name = entities.nameOf(entity) ?? entity
  searching.begin('workspace', '')
  searching.replace({ ...emptyQuery, what: 'annotations', entities: [entity] })
  searching.again()
  showDrawer(desk, 'search')
  const { found } = await searching.ended()
  const { query } = searching.getState()
  // Somebody looks for something else by now.
  if (query.entities[0] !== entity || searching.getState().found !== found) return
  const elsewhere = found.list.groups.find(({ article }) => article !== here)
  const first = elsewhere?.first ?? 0
  if (found.count === 0) notices.news(en.linking.meantNowhere(name))
  else await goToHit(desk, first, en.linking.meant(name, found.count, found.list.groups.length))
}

/** Takes a link away, and says so. */
export function removeLink(desk: Desk, { id }: Link): void {
  const link = desk.linking.remove(id)
  if (link) desk.notices.say(en.linking.removed(labelOfLink(desk, link), nameOfEnd(desk, link)))
}

/** What a kind of link is called; its id where the codebook doesn't know it. */
export function labelOfLink({ workspace }: Pick<Desk, 'workspace'>, { type }: Pick<Link, 'type'>): string {
  return workspace.getState().codebook.links.find(one => one.id === type)?.label ?? type
}

/** What a link of any article says of its other end: the kind, and an entity or the author by name. */
export function nameOfLink(desk: Pick<Desk, 'workspace' | 'entities'>, link: Link): string {
  const kind = labelOfLink(desk, link)
  if ('annotation' in link.to) return kind
  const to = 'entity' in link.to ? (desk.entities.nameOf(link.to.entity) ?? link.to.entity) : en.inspector.author
  return en.linking.toWhom(kind, to)
}

/** The words that a link leads to. */
export function nameOfEnd(desk: Pick<Desk, 'reading' | 'entities'>, { to }: Link): string {
  if ('annotation' in to) return nameOf(desk, to.annotation)
  return 'entity' in to ? (desk.entities.nameOf(to.entity) ?? to.entity) : en.inspector.author
}

/** The words of an annotation, placed or not. */
export function nameOf({ reading }: Pick<Desk, 'reading'>, id: string): string {
  const { article } = reading.getState()
  const layers = article ? [article.layer, article.present] : []
  const [found] = layers.flatMap(layer => layer.annotations.get(id) ?? layer.unplaced.get(id) ?? [])
  return found ? Layer.describe(found) : en.linking.gone
}

/** What a target is called. */
export function nameOfHint({ end }: Hint): string {
  if (end.kind === 'annotation') return quoteOf(end.annotation).replace(/\s+/g, ' ')
  return end.kind === 'author' ? en.inspector.author : end.entity.name
}
