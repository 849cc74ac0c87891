import type { Attribute, Codebook, LinkType, Mark, Question, Tag } from '../codebook/codebook.ts'
import type { DatasetAttributes, DatasetLayer, DatasetValue } from './dataset.ts'
import type { ReadArticle, ReadEntity } from './format.ts'
import { okabeIto } from './importedColours.ts'

/** What an import uses and a codebook may not have yet: gathered article by article. */
export class Learned {
  readonly #tags = new Map<string, Answers>()
  readonly #links = new Map<string, LinkUse>()
  readonly #entities = new Map<string, ReadEntity>()

  add({ layers, entities = [] }: Pick<ReadArticle, 'layers' | 'entities'>): void {
    for (const layer of layers) this.#addLayer(layer)
    for (const entity of entities) if (!this.#entities.has(entity.id)) this.#entities.set(entity.id, entity)
  }

  #addLayer({ annotations, links }: DatasetLayer): void {
    const tagOf = new Map(annotations.map(({ id, tag }) => [id, tag]))
    for (const { tag, attributes, entity } of annotations) {
      const answers = this.#tags.get(tag) ?? new Answers()
      this.#tags.set(tag, answers)
      answers.add(attributes)
      if (entity !== undefined && !this.#entities.has(entity)) this.#entities.set(entity, { id: entity, name: entity })
    }
    for (const { type, from, to, attributes } of links) {
      const use = this.#links.get(type) ?? { from: new Set(), to: new Set(), answers: new Answers() }
      this.#links.set(type, use)
      const tag = tagOf.get(from)
      if (tag !== undefined) use.from.add(tag)
      const end = 'annotation' in to ? tagOf.get(to.annotation) : 'entity' in to ? 'entity' : 'author'
      if (end !== undefined) use.to.add(end)
      if ('entity' in to && !this.#entities.has(to.entity))
        this.#entities.set(to.entity, { id: to.entity, name: to.entity })
      use.answers.add(attributes)
    }
  }

  /** Tags, attributes and link types that a codebook lacks, or whose choices and ends it lacks, as they should be. */
  lackingIn(codebook: Pick<Codebook, 'tags' | 'attributes' | 'links'>): Lacking {
    const known = new Map(codebook.tags.map(tag => [tag.id, tag]))
    const tags = [...this.#tags.keys()].filter(id => !known.has(id)).map((id, i) => tagFor(id, known.size + i))
    const attributes = [...this.#tags].flatMap(([tag, answers]) =>
      answers.questions().flatMap((question): Attribute[] => {
        const there = codebook.attributes.find(one => one.tag === tag && one.id === question.id)
        if (!there) return [{ ...question, tag, folded: false }]
        const choices = withChoices(there, question)
        return choices ? [{ ...there, choices }] : []
      }),
    )
    const links = [...this.#links].flatMap(([id, use]): LinkType[] => {
      const there = codebook.links.find(one => one.id === id)
      const questions = use.answers.questions()
      if (!there) return [{ id, label: id, from: [...use.from], to: [...use.to], attributes: questions }]
      const more = {
        from: [...new Set([...there.from, ...use.from])],
        to: [...new Set([...there.to, ...use.to])],
        attributes: [
          ...there.attributes,
          ...questions.filter(one => !there.attributes.some(({ id }) => id === one.id)),
        ],
      }
      const isSame = (['from', 'to', 'attributes'] as const).every(part => more[part].length === there[part].length)
      return isSame ? [] : [{ ...there, ...more }]
    })
    return { tags, attributes, links, entities: [...this.#entities.values()] }
  }
}

/** Entries for a codebook and a register. Entities are all that were met: which of them are known is for the register to say. */
export interface Lacking {
  readonly tags: readonly Tag[]
  readonly attributes: readonly Attribute[]
  readonly links: readonly LinkType[]
  readonly entities: readonly ReadEntity[]
}

interface LinkUse {
  readonly from: Set<string>
  readonly to: Set<string>
  readonly answers: Answers
}

/** More answers than a person chooses among: then it is text. */
const MOST_CHOICES = 60

/** What was answered to each question of one tag or one kind of link. */
class Answers {
  readonly #values = new Map<string, Set<string>>()
  readonly #kinds = new Map<string, Set<'yes-no' | 'number' | 'several' | 'words' | 'other'>>()

  add(attributes: DatasetAttributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      const kinds = this.#kinds.get(name) ?? new Set()
      this.#kinds.set(name, kinds.add(kindOf(value)))
      const values = this.#values.get(name) ?? new Set()
      this.#values.set(name, values)
      if (values.size > MOST_CHOICES) continue
      if (typeof value === 'string') values.add(value)
      if (Array.isArray(value)) for (const one of value as readonly string[]) values.add(one)
    }
  }

  questions(): Question[] {
    return [...this.#kinds].map(([id, kinds]) => {
      const values = [...(this.#values.get(id) ?? [])].filter(value => value !== '')
      const only = kinds.size === 1 ? [...kinds][0]! : 'other'
      const isChosen = values.length > 0 && values.length <= MOST_CHOICES
      const kind =
        only === 'yes-no' || only === 'number'
          ? only
          : only === 'several' && isChosen
            ? 'several'
            : only === 'words' && isChosen
              ? 'choice'
              : 'text'
      const choices = kind === 'choice' || kind === 'several' ? values.map(value => ({ id: value, label: value })) : []
      return { id, label: id, kind, choices, key: '', guidance: '' }
    })
  }
}

function kindOf(value: DatasetValue): 'yes-no' | 'number' | 'several' | 'words' | 'other' {
  if (typeof value === 'boolean') return 'yes-no'
  if (typeof value === 'number') return 'number'
  if (Array.isArray(value)) return 'several'
  return typeof value === 'string' ? 'words' : 'other'
}

/** The choices of a question that is there, with those that it lacks; null where it lacks none, or offers none. */
function withChoices(there: Question, question: Question): Question['choices'] | null {
  if (there.kind !== 'choice' && there.kind !== 'several') return null
  const lacking = question.choices.filter(({ id }) => !there.choices.some(one => one.id === id))
  return lacking.length > 0 ? [...there.choices, ...lacking] : null
}

const marks: readonly Mark[] = ['brace', 'solid', 'double', 'dotted', 'wavy']

function tagFor(id: string, place: number): Tag {
  return {
    ...{ id, label: id, key: '', colour: okabeIto[place % okabeIto.length]!, mark: marks[place % marks.length]! },
    ...{ guidance: '', examples: [], snap: [], entityKinds: [] },
  }
}
