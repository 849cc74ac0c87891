import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { Entity, Role } from '../../shared/project/entity.ts'
import { setEntity } from '../../shared/project/entityEdits.ts'
import { EntityFinder, type FoundEntity, fold, type Usage } from '../../shared/project/findEntities.ts'
import { aliasLearned, wordsOf } from '../../shared/project/learnAlias.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { rolesOn } from '../../shared/project/roles.ts'
import type { NamedEntity } from './linkHints.ts'
import type { OpenArticle } from './openArticle.ts'
import type { ProjectStore } from './project.ts'
import { publishedOn } from './publishedOn.ts'
import { changeableAnnotation, type ReadingStore } from './reading.ts'
import type { Tagging } from './tagging.ts'

interface Parts {
  readonly reading: ReadingStore
  readonly project: ProjectStore
  readonly tagging: Pick<Tagging, 'settle'>
  readonly codebook: () => Codebook
  readonly now: () => Date
  readonly randomId: () => string
}

/** What was done, to be said. */
export interface Referred {
  readonly annotation: Annotation
  /** How many annotations were changed. */
  readonly count: number
  readonly entity: Entity
  readonly isNew: boolean
  /** The words that are an alias of it from now on. */
  readonly alias: string | null
}

/** Which annotations are to refer to an entity: the selected one, or every one of its tag with its words. */
export type Whom = 'this' | 'same-words'

/** Who is who: what annotations of the open article refer to, and how a person chooses it. Each choice is one undo. */
export function makeEntities({ reading, project, tagging, codebook, now, randomId }: Parts) {
  /** When each entity was chosen last, here or, as far as it was heard of, in the workspace; milliseconds. */
  const lastUsed = new Map<string, number>()
  let finder: { readonly of: ReadonlyMap<string, Entity>; readonly finder: EntityFinder } | null = null
  let used: {
    readonly article: OpenArticle | null
    readonly version: number
    readonly registered: number
    readonly usage: Usage
  } | null = null
  let namedLast: { readonly words: string; readonly usage: Usage; readonly found: readonly NamedEntity[] } | null = null
  let workspace: string | null = null
  project.subscribe(state => {
    if (state.workspace === workspace) return
    workspace = state.workspace
    lastUsed.clear()
    namedLast = null
  })

  const standsFor = (id: string) => project.getState().project.resolve(id)

  /** The entity that an id stands for now; undefined where the register doesn't know it. */
  function of(id: string | undefined): Entity | undefined {
    return id === undefined ? undefined : project.getState().entities.get(standsFor(id))
  }

  /** What an entity is called; undefined where the register doesn't know it. */
  const nameOf = (id: string): string | undefined => of(id)?.name

  /** The kinds that annotations of a tag may refer to. */
  function kindsFor(tag: string): readonly string[] {
    return codebook().tags.find(one => one.id === tag)?.entityKinds ?? []
  }

  /** How often each entity is referred to in the open article, and when it was last: counted anew only after a change. */
  function usageHere(): Usage {
    const { article, version } = reading.getState()
    const registered = project.getState().version
    if (used?.article !== article || used.version !== version || used.registered !== registered)
      used = { article, version, registered, usage: countUsage() }
    return used.usage
  }

  function countUsage(): Usage {
    const counts = new Map<string, number>()
    const last = new Map<string, number>()
    for (const { entity, modified } of reading.getState().article?.present.annotations.values() ?? []) {
      if (entity === undefined) continue
      const id = standsFor(entity)
      counts.set(id, (counts.get(id) ?? 0) + 1)
      last.set(id, Math.max(last.get(id) ?? 0, Date.parse(modified) || 0))
    }
    return {
      inDocument: id => counts.get(id) ?? 0,
      lastUsed: id => Math.max(lastUsed.get(id) ?? 0, last.get(id) ?? 0),
    }
  }

  /** Entities that fit what was typed, the likeliest first. `kinds`: only of these. */
  function find(typed: string, kinds: readonly string[], usage: Usage, most?: number): FoundEntity[] {
    const { entities } = project.getState()
    if (finder?.of !== entities)
      finder = { of: entities, finder: new EntityFinder(entities, () => project.getState().version) }
    return finder.finder.find(typed, { usage, kinds, ...(most === undefined ? {} : { most }) })
  }

  /** The annotations of the same tag with the same words, the case apart; the annotation itself is the first. */
  function sameWords(annotation: Annotation): Annotation[] {
    const words = fold(wordsOf(annotation))
    const { article } = reading.getState()
    const same: Annotation[] = [annotation]
    for (const one of article?.present.inOrder() ?? []) {
      if (one.id === annotation.id || one.tag !== annotation.tag || words === '') continue
      if (fold(wordsOf(one)) === words) same.push(one)
    }
    return same
  }

  /** Lets annotations refer to an entity, after `edits` of the project; what is so already isn't touched. */
  function refer(whom: Whom, entity: Entity, before: ProjectEdit | null, isNew: boolean): Referred | null {
    const annotation = changeableAnnotation(reading.getState())
    if (!annotation) return null
    const alias = aliasLearned(annotation, entity)
    const learned = alias === null ? null : [...entity.aliases, alias]
    const projectEdit = learned
      ? before?.kind === 'set'
        ? { ...before, fields: { ...before.fields, aliases: learned } }
        : setEntity(entity.id, { aliases: learned })
      : before
    const modified = now().toISOString()
    const changed = (whom === 'this' ? [annotation] : sameWords(annotation)).filter(one => one.entity !== entity.id)
    const puts = changed.map(one => ({
      kind: 'put' as const,
      annotation: { ...one, entity: entity.id, modified },
    }))
    const isDone = reading.editAll([
      ...(projectEdit ? [{ file: 'project' as const, edit: projectEdit }] : []),
      ...(puts.length > 0
        ? [{ file: 'layer' as const, edit: puts.length === 1 ? puts[0]! : { kind: 'all' as const, edits: puts } }]
        : []),
    ])
    if (!isDone) return null
    lastUsed.set(entity.id, now().getTime())
    namedLast = null
    return { annotation, count: puts.length, entity, isNew, alias }
  }

  return {
    of,
    nameOf,
    standsFor,
    kindsFor,
    usageHere,
    find,
    sameWords,
    /** Entities as targets of links; looked for anew only where something has changed. */
    named(words: string): readonly NamedEntity[] {
      const usage = usageHere()
      if (namedLast?.words !== words || namedLast.usage !== usage) {
        const found = find(words, [], usage, 8).map(({ entity: { id, name, kind } }) => ({ id, name, kind }))
        namedLast = { words, usage, found }
      }
      return namedLast.found
    },
    /** The roles of an entity when the open article was written; all where that isn't known. */
    rolesHere(entity: Entity): readonly Role[] {
      const { article } = reading.getState()
      return rolesOn(entity.roles, article && publishedOn(article))
    },
    /** Lets the selected annotation refer to an entity. Null where nothing may be changed. */
    choose(id: string, whom: Whom = 'this'): Referred | null {
      tagging.settle()
      const entity = of(id)
      return entity ? refer(whom, entity, null, false) : null
    },
    /** Makes a new entity and lets the selected annotation refer to it. `id`: one that annotations refer to already. */
    create(name: string, kind: string, whom: Whom = 'this', id = randomId()): Referred | null {
      tagging.settle()
      const entity = { ...nobody, id, kind, name }
      return refer(whom, entity, setEntity(id, { kind, name }), true)
    },
    /** The selected annotation refers to nothing any more. */
    clear(): Annotation | null {
      tagging.settle()
      const annotation = changeableAnnotation(reading.getState())
      if (!annotation || annotation.entity === undefined) return null
      const { entity: _, ...others } = annotation
      const cleared = { ...others, modified: now().toISOString() }
      reading.edit({ file: 'layer', edit: { kind: 'put', annotation: cleared } })
      return annotation
    },
    /** An entity was referred to at this time (milliseconds), somewhere in the workspace. */
    heardOf(id: string, time: number): void {
      if (time <= (lastUsed.get(id) ?? 0)) return
      lastUsed.set(id, time)
      namedLast = null
    },
  }
}

export type EntitiesStore = ReturnType<typeof makeEntities>

const nobody: Omit<Entity, 'id' | 'kind' | 'name'> = { aliases: [], roles: [], attributes: {}, externalIds: {} }
