import { extent, quoteOf } from '../../shared/annotation/annotation.ts'
import { flat } from '../../shared/search/fits.ts'
import { HIT_CONTEXT, type Hit } from '../../shared/search/hit.ts'
import { hitStands } from '../../shared/search/hitStands.ts'
import type { SearchScope } from '../../shared/search/scope.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import { selectedAnnotation, selectedText } from '../state/reading.ts'
import { showDrawer, whenThere } from './panes.ts'

/** More words than this aren't meant to be searched for. */
const LONGEST = 200
/** How long the arrows rest on a hit until another article is opened for it. */
const OTHER_ARTICLE_MS = 120

/** Opens the search with the selected words, and goes to its field. */
export function beginSearch(desk: Desk, scope: SearchScope): void {
  const { searching } = desk
  const words = selectedWords(desk)
  const { query, tagAll } = searching.getState()
  const isSame = scope === searching.getState().scope && !tagAll && (words === undefined || words === query.words)
  if (!isSame || searching.getState().phase === 'empty') searching.begin(scope, words)
  showDrawer(desk, 'search')
  focusField()
}

/** Looks for every other place of the selected words, or of the selected annotation's, to tag them like it. */
export function beginTagAll(desk: Desk): void {
  const { reading, searching, tagging, workspace } = desk
  const state = reading.getState()
  const { article } = state
  const text = selectedText(state)
  const annotation = text ? undefined : selectedAnnotation(state)
  const span = text ? tagging.snap(text) : (annotation?.spans[0] ?? null)
  const tag = annotation?.tag ?? tagging.lastTag() ?? workspace.getState().codebook.tags[0]?.id
  if (!article || !span || tag === undefined || !isSearchable(article.text.slice(span.start, span.end))) {
    desk.notices.news(en.tagAll.tooMuch)
    return
  }
  const { text: all } = article
  const { start, end } = span
  searching.tagAll(
    {
      tag,
      words: all.slice(start, end),
      before: [...all.slice(Math.max(0, start - 2 * HIT_CONTEXT), start)].slice(-HIT_CONTEXT).join(''),
      after: [...all.slice(end, end + 2 * HIT_CONTEXT)].slice(0, HIT_CONTEXT).join(''),
      attributes: annotation?.attributes ?? {},
      ...(annotation?.entity === undefined ? {} : { entity: annotation.entity }),
    },
    searching.getState().tagAll ? searching.getState().scope : 'article',
  )
  showDrawer(desk, 'search')
  // Its list takes the focus from there once something is found.
  whenThere('search-pane', element => element.focus())
}

function isSearchable(words: string): boolean {
  const { length } = flat(words)
  return length > 0 && length <= LONGEST
}

function focusField(): void {
  whenThere('search-words', element => {
    element.focus()
    if (element instanceof HTMLInputElement) element.select()
  })
}

/** What is selected, as words to search for; undefined where nothing is, or too much. */
function selectedWords({ reading }: Desk): string | undefined {
  const state = reading.getState()
  const text = selectedText(state)
  const annotation = selectedAnnotation(state)
  const quote = text ? state.article!.text.slice(text.start, text.end) : annotation && quoteOf(annotation)
  const words = quote && flat(quote)
  return words && words.length <= LONGEST ? words : undefined
}

/** Goes to the next or previous hit, into other articles too, round and round. */
export function walkHits(desk: Desk, by: 1 | -1): void {
  const { searching, notices } = desk
  const { found, current } = searching.getState()
  if (found.count === 0) {
    notices.say(en.search.noneToWalk)
    beginSearch(desk, searching.getState().scope)
    return
  }
  showDrawer(desk, 'search')
  const next = nextHit(desk, by)
  const isRound = current !== null && (by > 0 ? next < current : next > current)
  goToHit(desk, next, isRound ? (by > 0 ? en.search.fromStart : en.search.fromEnd) : '')
}

/** The hit that follows the one that is looked at; without one, the one that follows the caret. */
function nextHit({ searching, reading }: Desk, by: 1 | -1): number {
  const { found, current } = searching.getState()
  if (current !== null) return (current + by + found.count) % found.count
  const { article, selection } = reading.getState()
  const group = article ? found.list.groupOf(article.ticket) : undefined
  if (!group) return by > 0 ? 0 : found.count - 1
  const caret = selection?.start ?? article!.place
  const { indexes } = found.list.painted(article!.ticket, article!.text)
  const inOrder = by > 0 ? indexes : indexes.toReversed()
  const beyond = inOrder.find(index =>
    by > 0 ? found.list.hits[index]!.start >= caret : found.list.hits[index]!.end < caret,
  )
  return beyond ?? (by > 0 ? (group.first + group.count) % found.count : (group.first - 1 + found.count) % found.count)
}

let later: ReturnType<typeof setTimeout> | undefined

/** Shows a hit: at once in the open article; another one is opened when the person stays. The focus stays where it is. */
export function lookAtHit(desk: Desk, index: number): void {
  clearTimeout(later)
  const hit = desk.searching.getState().found.list.hits[index]
  if (!hit) return
  if (desk.reading.getState().article?.ticket === hit.article) goToHit(desk, index)
  else {
    desk.searching.goTo(index)
    later = setTimeout(() => goToHit(desk, index), OTHER_ARTICLE_MS)
  }
}

/** Opens a hit's article, brings its words into view and selects them, or its annotation. Resolves to whether it could. */
export async function goToHit(desk: Desk, index: number, before = ''): Promise<boolean> {
  clearTimeout(later)
  const { searching, opening, notices } = desk
  const { found } = searching.getState()
  const hit = found.list.hits[index]
  if (!hit) return false
  searching.goTo(index)
  if (!(await opening.open(hit.article))) return false
  const isStill = () => searching.getState().found === found && searching.getState().current === index
  if (!isStill()) return false
  const said = en.search.said(flat(hit.quote).slice(0, LONGEST), index + 1, found.count)
  notices.say([before, said].filter(Boolean).join(' '))
  if (await showHit(desk, hit, isStill)) return true
  if (isStill()) {
    notices.news(en.search.gone)
    searching.outdated()
  }
  return false
}

/**
 * Brings the words of a hit of the open article into view and selects them, or
 * the annotation that it is. False where they don't stand there any more:
 * nothing else is selected then. `isStill` says whether anybody still wants it.
 */
export async function showHit({ reading, workingOn }: Desk, hit: Hit, isStill: () => boolean): Promise<boolean> {
  const { article } = reading.getState()
  if (!article) return false
  const stands = hitStands(hit, article.text)
  const id = hit.annotation?.id ?? hit.link?.from
  const isOwn = id !== undefined && hit.annotator === workingOn.me()
  if (stands) reading.reveal(hit)
  if (!isOwn) {
    reading.select(null)
    if (stands) reading.selectText({ start: hit.start, end: hit.end })
    return stands || hit.start >= hit.end
  }
  if (stands) reading.selectText({ start: hit.start, end: hit.start })
  if (!article.layer.annotations.has(id)) await article.filled
  if (!isStill() || reading.getState().article !== article) return true
  const own = article.layer.annotations.get(id)
  // A layer that couldn't be read says nothing of what is gone.
  if (!own) return article.head?.problem != null
  // It may stand elsewhere since it was found.
  const { start, end } = extent(own)
  if (start !== hit.start || end !== hit.end) reading.selectText({ start, end: start })
  reading.select(id, { reveal: start !== hit.start || end !== hit.end })
  return true
}
