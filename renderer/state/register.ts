import { createStore } from 'zustand/vanilla'
import type { Output, Unread } from '../../shared/contract/contract.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Entity } from '../../shared/project/entity.ts'
import { setEntity } from '../../shared/project/entityEdits.ts'
import { fold } from '../../shared/project/findEntities.ts'
import { idsOf, type Merging, mergeEntities } from '../../shared/project/mergeEntities.ts'
import { referTo } from '../../shared/project/referTo.ts'
import { type SplitTarget, splitEntity } from '../../shared/project/splitEntity.ts'
import type { Hit } from '../../shared/search/hit.ts'
import { emptyQuery } from '../../shared/search/query.ts'
import type { Ask } from './ask.ts'
import type { BulkChange, Outcome } from './bulk.ts'
import type { EntitiesStore } from './entities.ts'
import type { Gathered, Gathering } from './gathering.ts'
import { makeHearing } from './hearing.ts'
import type { ProjectStore } from './project.ts'

/** How often an entity is meant: by the person's own annotations and links, and by those of colleagues. */
export interface Meant {
  readonly own: number
  readonly others: number
}

/** What means the entities that are looked at; it changes in place. */
export interface Mentions {
  readonly hits: readonly Hit[]
  readonly isDone: boolean
  /** Whether there are more than are kept, or not all articles were looked at. */
  readonly isCut: boolean
  /** Articles and layers that couldn't be read, as far as they are named, and how many there are. */
  readonly unread: readonly Unread[]
  readonly unreadCount: number
  /** Why not all of them are there where all are needed; null where they are. */
  readonly problem: ProblemNotice | null
}

/** What became of merging or splitting; `changed` where what is touched is no longer what was looked at. */
export type Reshaped = Outcome | { readonly kind: 'changed' }

export interface RegisterState {
  readonly selected: string | null
  /** What the list is narrowed to: words of names, and a kind; '' for all. */
  readonly words: string
  readonly kind: string
  /** The entities that are ticked, to be merged. */
  readonly ticked: ReadonlySet<string>
  /** What is done beside looking: merging the ticked ones, or taking the picked mentions out. */
  readonly task: 'merge' | 'split' | null
  readonly mentions: Mentions
  /** The mentions that are picked, by `keyOfMention`. */
  readonly picked: ReadonlySet<string>
  /** How often each entity is meant in the workspace, as far as has been counted; it changes in place. */
  readonly counts: ReadonlyMap<string, Meant>
  readonly isCounted: boolean
  /** Grows with what changes in place. */
  readonly version: number
}

interface Parts {
  readonly ask: Ask
  readonly project: ProjectStore & { edit(edit: ReturnType<typeof setEntity>): boolean }
  readonly entities: EntitiesStore
  readonly bulk: (change: BulkChange) => Promise<Outcome>
  readonly gather: Gathering['gather']
  /** The annotator who works here. */
  readonly me: () => string
  readonly now: () => Date
  readonly randomId: () => string
}

/** What is searched for, and what is done with the hits while they come. */
interface Asked {
  readonly what: 'annotations' | 'links'
  readonly entities?: string[]
  readonly tags?: string[]
  readonly take: (hits: readonly Hit[]) => void
}

const noMentions: Mentions = { hits: [], isDone: true, isCut: false, unread: [], unreadCount: 0, problem: null }

/** The register of entities as a person looks through it: which are listed, who means them, and merging and splitting. */
export function makeRegister({ ask, project, entities, bulk, gather, me, now, randomId }: Parts) {
  const store = createStore<RegisterState>(() => ({
    ...{ selected: null, words: '', kind: '', ticked: new Set<string>(), task: null },
    ...{ mentions: noMentions, picked: new Set<string>(), counts: new Map(), isCounted: false, version: 0 },
  }))
  const { getState, setState } = store
  const settlers = new Set<() => void>()
  const hearing = makeHearing(ask)
  /** The searches for mentions of what is looked at now. */
  let looking: readonly string[] = []
  let counting: readonly string[] = []
  /** Ends the gathering that is under way. */
  let gathering = new AbortController()
  let listed: {
    readonly version: number
    readonly words: string
    readonly kind: string
    readonly ids: string[]
  } | null = null

  function stop(names: readonly string[]): void {
    for (const name of names) if (hearing.leave(name)) void ask('search.cancel', { name }).catch(() => null)
  }

  /** Searches the whole workspace; resolves once every hit has been heard, with null where it failed. */
  async function search(name: string, { what, take, ...filters }: Asked): Promise<Output<'search.run'> | null> {
    const query = { ...emptyQuery, tags: [], entities: [], attributes: [], annotators: [], zones: [], what, ...filters }
    try {
      const scope = { kind: 'workspace' as const }
      return await hearing.search({ name, query, scope }, hits => hits.length > 0 && take(hits))
    } catch {
      return null
    }
  }

  /** Looks for all that means these entities, or what was merged into them. */
  async function look(ids: readonly string[]): Promise<void> {
    leaveLook()
    const hits: Hit[] = []
    const names = [randomId(), randomId()]
    looking = names
    const mentions = { ...noMentions, hits, isDone: false }
    setState(({ version }) => ({ mentions, picked: new Set(), version: version + 1 }))
    const take = (found: readonly Hit[]): void => {
      hits.push(...found)
      setState(({ version }) => ({ version: version + 1 }))
    }
    const { project: held } = project.getState()
    const asked = [...new Set(ids.flatMap(id => idsOf(held, id)))]
    const answers = await Promise.all([
      search(names[0]!, { what: 'annotations', entities: asked, take }),
      search(names[1]!, { what: 'links', entities: asked, take }),
    ])
    if (looking !== names) return
    const isCut = answers.some(answer => !answer || answer.isCut || !answer.isComplete)
    const all = answers.filter(answer => answer !== null)
    setState(({ version }) => ({ mentions: { ...noMentions, hits, isCut, ...unreadOf(all) }, version: version + 1 }))
  }

  /** Whatever is being looked for is no longer wanted. */
  function leaveLook(): void {
    gathering.abort()
    stop(looking)
    looking = []
  }

  /** All that means these entities, whole or with the reason why it isn't: what is about to be changed is known before. */
  async function gatherAll(ids: readonly string[]): Promise<Mentions> {
    const { signal } = gathering
    const { project: held } = project.getState()
    const asked = [...new Set(ids.flatMap(id => idsOf(held, id)))]
    const all: Gathered[] = []
    for (const what of ['annotations', 'links'] as const)
      all.push(await gather({ what, entities: asked }, () => {}, signal))
    const problem = all.find(one => one.problem)?.problem ?? null
    return { ...noMentions, hits: all.flatMap(({ hits }) => hits), problem, ...unreadOf(all) }
  }

  /** Shows all that merging these would touch. */
  async function preview(ids: readonly string[]): Promise<void> {
    leaveLook()
    gathering = new AbortController()
    const mine = gathering
    setState(({ version }) => ({ mentions: { ...noMentions, isDone: false }, picked: new Set(), version: version + 1 }))
    const mentions = await gatherAll(ids)
    if (mine === gathering && !mine.signal.aborted) setState(({ version }) => ({ mentions, version: version + 1 }))
  }

  /**
   * What was looked at, as it is now. Null where it is no longer the same: then
   * what there is now is shown instead, and nothing may be changed before a
   * person has looked at it.
   */
  async function stillTouched(ids: readonly string[], isTouched: (hit: Hit) => boolean): Promise<Hit[] | null> {
    gathering = new AbortController()
    const mine = gathering
    const before = getState().mentions
    const now = await gatherAll(ids)
    const touched = now.hits.filter(isTouched)
    const [was, is] = [before.hits.filter(isTouched), touched].map(hits => hits.map(keyOfMention).sort().join('\n'))
    if (!now.problem && was === is) return touched
    if (mine === gathering && !mine.signal.aborted) setState(({ version }) => ({ mentions: now, version: version + 1 }))
    return null
  }

  /** Counts how often every entity is meant, and when it last was. */
  async function count(): Promise<void> {
    stop(counting)
    const counts = new Map<string, Meant>()
    const name = randomId()
    counting = [name]
    setState({ counts, isCounted: false })
    const take = (hits: readonly Hit[]): void => {
      for (const hit of hits) {
        const { entity, modified = '' } = hit.annotation ?? hit.unplaced ?? {}
        if (entity === undefined) continue
        const id = entities.standsFor(entity)
        const { own, others } = counts.get(id) ?? { own: 0, others: 0 }
        counts.set(id, isOwn(hit) ? { own: own + 1, others } : { own, others: others + 1 })
        if (isOwn(hit)) entities.heardOf(id, Date.parse(modified) || 0)
      }
      setState(({ version }) => ({ version: version + 1 }))
    }
    const { codebook } = project.getState()
    const tags = codebook.tags.filter(tag => tag.entityKinds.length > 0).map(tag => tag.id)
    const answer = await search(name, { what: 'annotations', tags, take })
    if (counting[0] === name) setState({ isCounted: answer?.isComplete === true })
  }

  /**
   * Files that were just written may be searched as they were a moment ago: what
   * a change does to the counts is followed by hand.
   */
  function moveCount(from: string, to: string, moved: Meant = { own: 0, others: 0 }): void {
    const counts = new Map(getState().counts)
    const add = (id: string, sign: 1 | -1) => {
      const { own, others } = counts.get(id) ?? { own: 0, others: 0 }
      counts.set(id, { own: own + sign * moved.own, others: others + sign * moved.others })
    }
    add(from, -1)
    add(to, 1)
    setState({ counts })
  }

  const isOwn = (hit: Pick<Hit, 'annotator'>) => hit.annotator === me()

  function select(id: string | null): void {
    settle()
    if (id === getState().selected && getState().task === null) return
    setState({ selected: id, task: null })
    void look(id === null ? [] : [id])
  }

  /** Makes edits of what is being typed. */
  function settle(): void {
    for (const settler of settlers) settler()
  }

  /** The ids of the entities that are listed: by name; by how well they fit where words are looked for. */
  function ids(): readonly string[] {
    const { words, kind } = getState()
    const { version, entities: all } = project.getState()
    if (listed?.version === version && listed.words === words && listed.kind === kind) return listed.ids
    const kinds = kind === '' ? [] : [kind]
    const found =
      words.trim() === ''
        ? byName([...all.values()].filter(one => one.mergedInto === undefined && (kind === '' || one.kind === kind)))
        : entities.find(words, kinds, entities.usageHere(), MOST_FOUND).map(({ entity }) => entity)
    listed = { version, words, kind, ids: found.map(({ id }) => id) }
    return listed.ids
  }

  return {
    ...store,
    settle,
    select,
    ids,
    isOwn,
    /** The register comes to the screen, at an entity if one is meant. */
    open(id: string | null): void {
      setState({ task: null, ticked: new Set(), words: '', kind: '' })
      const first = id !== null && project.getState().entities.has(id) ? id : (getState().selected ?? ids()[0] ?? null)
      const known = first !== null && project.getState().entities.has(first) ? first : (ids()[0] ?? null)
      setState({ selected: known })
      void look(known === null ? [] : [known])
      void count()
    },
    close(): void {
      settle()
      leaveLook()
      stop(counting)
      counting = []
    },
    forget(): void {
      leaveLook()
      stop(counting)
      setState({ ...store.getInitialState(), counts: new Map(), version: getState().version + 1 })
    },
    /** Looks again: something was undone. */
    refresh(): void {
      const { task, selected, ticked } = getState()
      if (task === 'merge') void preview([...ticked])
      else void look(selected === null ? [] : [selected])
      void count()
    },
    narrow: (change: Partial<Pick<RegisterState, 'words' | 'kind'>>) => setState(change),
    /** Calls `settler` before anything else is done, until the function that it returns is called. */
    onSettle(settler: () => void): () => void {
      settlers.add(settler)
      return () => void settlers.delete(settler)
    },
    heard: hearing.heard,
    tick(id: string): void {
      const ticked = new Set(getState().ticked)
      if (!ticked.delete(id)) ticked.add(id)
      setState({ ticked })
    },
    pick(keys: readonly string[], on?: boolean): void {
      const picked = new Set(getState().picked)
      for (const key of keys) {
        if (on ?? !picked.has(key)) picked.add(key)
        else picked.delete(key)
      }
      setState({ picked })
    },
    /** The picked mentions, all of them the person's own. */
    pickedHits: (): Hit[] => getState().mentions.hits.filter(hit => getState().picked.has(keyOfMention(hit))),
    /** Looks at what merging the ticked ones would change. */
    beginMerge(): void {
      settle()
      setState({ task: 'merge' })
      void preview([...getState().ticked])
    },
    beginSplit(): void {
      settle()
      setState({ task: 'split' })
    },
    /** Back to looking. */
    leaveTask(): void {
      const { task, selected } = getState()
      setState({ task: null })
      if (task === 'merge') void look(selected === null ? [] : [selected])
    },
    /** Edits one entity, as one undo. */
    edit: (id: string, fields: Parameters<typeof setEntity>[1]) => project.edit(setEntity(id, fields)),
    create(name: string, kind: string): string | null {
      settle()
      const id = randomId()
      if (!project.edit(setEntity(id, { name, kind }))) return null
      setState({ words: '', kind: '' })
      select(id)
      return id
    },
    /** Merges what was looked at. Throws a RangeError before all of it was. */
    async merge(title: string, merging: Merging): Promise<Reshaped> {
      const { mentions: seen } = getState()
      if (!seen.isDone || seen.problem) throw new RangeError('Not all that merging touches has been looked at')
      const { project: held } = project.getState()
      const going = new Set(merging.gone.flatMap(id => idsOf(held, id)))
      const isGoing = (hit: Hit) => isOwn(hit) && going.has(entityOfHit(hit) ?? '')
      const meant = await stillTouched([merging.keep, ...merging.gone], isGoing)
      if (!meant) return { kind: 'changed' }
      const changes = referTo(meant, merging.keep, now().toISOString())
      const outcome = await bulk({ title, changes, project: mergeEntities(held, merging) })
      if (outcome.kind !== 'done') return outcome
      leaveLook()
      const hits = getState().mentions.hits.map(hit => (isGoing(hit) ? leadingTo(hit, merging.keep) : hit))
      for (const id of merging.gone) moveCount(id, merging.keep, getState().counts.get(id))
      setState(({ mentions, version }) => ({
        ...{ ticked: new Set(), task: null, selected: merging.keep, picked: new Set() },
        ...{ mentions: { ...mentions, hits }, version: version + 1 },
      }))
      return outcome
    },
    async split(title: string, target: SplitTarget, moving: readonly string[]): Promise<Reshaped> {
      const { selected, mentions, picked } = getState()
      const isMoving = (hit: Hit) => isOwn(hit) && picked.has(keyOfMention(hit))
      const hits = await stillTouched([selected!], isMoving)
      if (!hits) return { kind: 'changed' }
      const edit = splitEntity(project.getState().entities, selected!, target, moving)
      const hasEdit = edit.kind !== 'all' || edit.edits.length > 0
      const changes = referTo(hits, target.id, now().toISOString())
      const outcome = await bulk({ title, changes, ...(hasEdit ? { project: edit } : {}) })
      if (outcome.kind !== 'done') return outcome
      leaveLook()
      moveCount(selected!, target.id, { own: hits.filter(hit => !hit.link).length, others: 0 })
      setState(({ version }) => ({
        ...{ task: null, picked: new Set() },
        mentions: { ...mentions, hits: mentions.hits.filter(hit => !isMoving(hit)) },
        version: version + 1,
      }))
      return outcome
    },
    newId: randomId,
  }
}

export type RegisterStore = ReturnType<typeof makeRegister>

/** What couldn't be read in any of several searches of the same articles. */
function unreadOf(all: readonly Pick<Gathered, 'unread' | 'unreadArticles' | 'unreadLayers'>[]) {
  const unread = new Map(all.flatMap(one => one.unread).map(one => [`${one.article} ${one.annotator}`, one]))
  const counts = all.map(({ unreadArticles, unreadLayers }) => unreadArticles + unreadLayers)
  return { unread: [...unread.values()], unreadCount: Math.max(0, ...counts) }
}

/** So many are listed where words are looked for. */
const MOST_FOUND = 1000

/** What a mention is called among mentions. */
export function keyOfMention({ article, annotation, unplaced, link, annotator }: Hit): string {
  return [article, annotator, (annotation ?? unplaced ?? link)?.id].join('\n')
}

/** What a hit refers to. */
export function entityOfHit({ annotation, unplaced, link }: Hit): string | undefined {
  if (link) return 'entity' in link.to ? link.to.entity : undefined
  return (annotation ?? unplaced)?.entity
}

function leadingTo({ annotation, unplaced, link, ...hit }: Hit, entity: string): Hit {
  return {
    ...hit,
    ...(annotation ? { annotation: { ...annotation, entity } } : {}),
    ...(unplaced ? { unplaced: { ...unplaced, entity } } : {}),
    ...(link ? { link: { ...link, to: { entity } } } : {}),
  }
}

const folded = new WeakMap<Entity, string>()

function byName(entities: Entity[]): Entity[] {
  const key = (entity: Entity) => {
    const known = folded.get(entity) ?? fold(entity.name)
    folded.set(entity, known)
    return known
  }
  return entities.sort((one, other) => {
    const [a, b] = [key(one), key(other)]
    return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1
  })
}
