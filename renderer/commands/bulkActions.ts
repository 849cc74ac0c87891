import type { Link } from '../../shared/annotation/annotation.ts'
import { type HitAction, type LeftOut, type Planned, planOf } from '../../shared/search/bulk.ts'
import { flat } from '../../shared/search/fits.ts'
import type { Hit } from '../../shared/search/hit.ts'
import { neverOf } from '../../shared/search/nevers.ts'
import { emptyQuery } from '../../shared/search/query.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import { labelOf } from './labelOf.ts'

/**
 * Does one thing to all ticked hits, as one undo, and says what was done and
 * what was left out. They are looked up again first: what is changed is what
 * stands there now, not what stood there when it was found.
 */
export async function doToTicked(desk: Desk, action: HitAction): Promise<void> {
  const { searching, bulk, notices } = desk
  const ticked = searching.getState().found.tickedHits()
  if (ticked.length === 0) return
  if (bulk.getState().running) {
    notices.news(en.bulk.busy)
    return
  }
  try {
    const planned = await plan(desk, action, ticked)
    if (!planned) notices.news(en.bulk.notComplete)
    else if (planned.count === 0) notices.news(saidOf(en.bulk.nothing, planned.leftOut))
    else await make(desk, action, planned)
  } catch (failure) {
    desk.fail(failure)
  }
}

async function make(desk: Desk, action: HitAction, { changes, count, leftOut }: Planned): Promise<void> {
  const { bulk, notices } = desk
  const title = titleOf(desk, action, count)
  const outcome = await bulk.record({
    title,
    changes: changes.map(({ article, edit, seen }) => ({ article, edit, seen })),
  })
  if (outcome.kind === 'cancelled') notices.news(en.bulk.cancelled)
  if (outcome.kind !== 'done') return
  const refused = new Set(outcome.refused.map(({ article }) => article))
  const done = changes.reduce((sum, change) => sum + (refused.has(change.article) ? 0 : change.count), 0)
  const said = done > 0 ? en.bulk.inArticles(en.bulk.done[action.kind](done), outcome.done) : en.bulk.nothing
  notices.news(saidOf(said, leftOut))
}

/** What is to be done to hits as they are now; null where they couldn't all be looked up. */
async function plan(desk: Desk, action: HitAction, ticked: readonly Hit[]): Promise<Planned | null> {
  const { searching, workingOn, workspace, reading } = desk
  const me = workingOn.me()
  const articles = [...new Set(ticked.map(({ article }) => article))]
  const now = await searching.lookUp(searching.getState().query, articles)
  const links = action.kind === 'remove' ? await ownLinks(desk, articles, me) : new Map<string, Link[]>()
  if (!now || !links) return null
  const present = new Map(now.map(hit => [placeOf(hit), hit]))
  const hits = ticked.flatMap(hit => present.get(placeOf(hit)) ?? [])
  const planned = planOf(action, hits, {
    me,
    codebook: workspace.getState().codebook,
    now: new Date().toISOString(),
    randomId: () => crypto.randomUUID(),
    textOf: ticket => {
      const { article } = reading.getState()
      return article?.ticket === ticket ? article : null
    },
    linksOf: article => links.get(article) ?? [],
  })
  const gone = ticked.length - hits.length
  return gone === 0 ? planned : { ...planned, leftOut: new Map([...planned.leftOut, ['gone', gone]]) }
}

/** What makes two hits the same one: words by where they stand, annotations by what they are. */
function placeOf({ article, annotation, annotator, start, end }: Hit): string {
  return annotation ? `${article} ${annotator} ${annotation.id}` : `${article} ${start} ${end}`
}

/** The person's own links in these articles. */
async function ownLinks({ searching }: Desk, articles: readonly string[], me: string) {
  const hits = await searching.lookUp({ ...emptyQuery, what: 'links', annotators: [me] }, articles)
  if (!hits) return null
  const links = new Map<string, Link[]>()
  for (const { article, link } of hits) if (link) links.set(article, [...(links.get(article) ?? []), link])
  return links
}

function saidOf(done: string, leftOut: ReadonlyMap<LeftOut, number>): string {
  if (leftOut.size === 0) return done
  return `${done} ${en.bulk.left([...leftOut].map(([why, count]) => en.bulk.leftOut(count, en.bulk.why[why])))}`
}

/** What an undo of it is called. */
function titleOf({ workspace }: Desk, action: HitAction, count: number): string {
  const { tags, attributes } = workspace.getState().codebook
  switch (action.kind) {
    case 'tag':
    case 'retag':
      return en.bulk.titles[action.kind](count, labelOf(tags, action.tag))
    case 'attribute': {
      const asked = attributes.find(({ tag, id }) => tag === action.tag && id === action.id)
      return en.bulk.titles.attribute(count, asked?.label ?? action.id)
    }
    default:
      return en.bulk.titles[action.kind](count)
  }
}

/** Tags what is ticked like the annotation whose words were looked for. */
export async function tagTicked(desk: Desk): Promise<void> {
  const { tagAll } = desk.searching.getState()
  if (!tagAll) return
  const { tag, carries, attributes, entity } = tagAll
  // Answers are to the questions of a tag: another one asks others.
  const carried = carries && tag === tagAll.ofTag
  await doToTicked(desk, {
    kind: 'tag',
    tag,
    attributes: carried ? attributes : {},
    ...(carried && entity !== undefined ? { entity } : {}),
    rule: 'tag-all',
  })
}

/** Remembers in the project that words are never tagged so, or forgets it again: one undo. */
export function toggleNever(desk: Desk, text: string): void {
  const { searching, project, notices, workspace } = desk
  const { tagAll } = searching.getState()
  if (!tagAll) return
  const { tag } = tagAll
  const words = flat(text)
  const known = neverOf(project.getState().nevers, words, tag)
  const isDone = known
    ? project.edit({ kind: 'drop', of: 'nevers', id: known.id })
    : project.edit({ kind: 'set', of: 'nevers', id: crypto.randomUUID(), fields: { text: words, tag } })
  const label = labelOf(workspace.getState().codebook.tags, tag)
  if (isDone) notices.say((known ? en.tagAll.neverBackSaid : en.tagAll.neverSaid)(words, label))
}
