import type { Span } from '../../annotation/span.ts'
import { type DatasetAnnotation, type DatasetLayer, type DatasetLink, wordsOf } from '../dataset.ts'
import { wordsOfValue } from '../fit.ts'
import type { TellMapped } from './applyMap.ts'
import type { FrameRule } from './tagMap.ts'

/** A layer whose frames have become links. */
export interface Framed {
  readonly annotations: readonly DatasetAnnotation[]
  readonly links: readonly DatasetLink[]
  /** Those of the links that frames became: the map has nothing to say of their type. */
  readonly made: ReadonlySet<DatasetLink>
}

/** Turns frames of which there is a rule into links; what can't be said so is told. */
export function linksOfFrames(
  layer: DatasetLayer,
  text: string,
  rules: readonly FrameRule[],
  tell: TellMapped,
): Framed {
  const ruleOf = new Map(rules.map(rule => [rule.frame, rule]))
  const frames = layer.annotations.filter(({ tag, cameAs }) => cameAs === 'frame' && ruleOf.has(tag))
  if (frames.length === 0) return { annotations: layer.annotations, links: layer.links, made: new Set() }

  const gone = new Set(frames.map(({ id }) => id))
  const rolesOf = new Map<string, DatasetLink[]>()
  const links: DatasetLink[] = []
  for (const link of layer.links) {
    if (link.cameAs === 'role' && gone.has(link.from)) rolesOf.set(link.from, [...(rolesOf.get(link.from) ?? []), link])
    else links.push(link)
  }
  const making = new Making(layer, text, gone, new Set(links.map(({ id }) => id)), tell)
  for (const frame of frames) making.take(frame, ruleOf.get(frame.tag)!, rolesOf.get(frame.id) ?? [])

  // A cue that became a link's goes, unless something else speaks of it or it says more than its words.
  const spokenOf = new Set(links.flatMap(({ from, to }) => ('annotation' in to ? [from, to.annotation] : [from])))
  for (const id of making.ends) spokenOf.add(id)
  const goes = (one: DatasetAnnotation) =>
    gone.has(one.id) ||
    (making.cues.has(one.id) &&
      !making.keptCues.has(one.id) &&
      !spokenOf.has(one.id) &&
      !one.note &&
      one.entity === undefined &&
      Object.keys(one.attributes).length === 0)
  const annotations = layer.annotations
    .filter(one => !goes(one))
    .map(one => {
      const answers = making.answers.get(one.id)
      return answers ? { ...one, attributes: { ...answers, ...one.attributes } } : one
    })
  return { annotations, links: [...links, ...making.made], made: new Set(making.made) }
}

/** What becomes of the frames of one layer. */
class Making {
  readonly made: DatasetLink[] = []
  /** Ids of annotations whose words became the cue of a link. */
  readonly cues = new Set<string>()
  /** Of these the ones of which a part is said nowhere else. */
  readonly keptCues = new Set<string>()
  /** Ids of annotations that are ends of links made here. */
  readonly ends = new Set<string>()
  /** What annotations have been given in place of a link, by id. */
  readonly answers = new Map<string, DatasetAnnotation['attributes']>()
  readonly #byId: ReadonlyMap<string, DatasetAnnotation>
  readonly #text: string
  readonly #gone: ReadonlySet<string>
  readonly #taken: Set<string>
  readonly #tell: TellMapped

  constructor(
    { annotations }: DatasetLayer,
    text: string,
    gone: ReadonlySet<string>,
    taken: Set<string>,
    tell: TellMapped,
  ) {
    this.#byId = new Map(annotations.map(one => [one.id, one]))
    this.#text = text
    this.#gone = gone
    this.#taken = taken
    this.#tell = tell
  }

  take(frame: DatasetAnnotation, rule: FrameRule, roles: readonly DatasetLink[]): void {
    const tell = (why: Parameters<TellMapped>[0]['why'], what: string) =>
      this.#tell({ kind: 'annotation', id: frame.id, why, what })
    const named = new Set([rule.from, rule.to, rule.cue])
    // brat leaves `Content2` where the first `Content` was taken away.
    const nameOf = (type: string) => (named.has(type) ? type : type.replace(/\d+$/, ''))
    const fillers = (role: string | undefined) =>
      roles.filter(({ type }) => role !== undefined && nameOf(type) === role)
    // Only what ends a link may be an entity or the author.
    const isNamed = ({ type, to }: DatasetLink) =>
      named.has(nameOf(type)) && (nameOf(type) === rule.to || 'annotation' in to)
    for (const link of roles) {
      if (!isNamed(link)) tell('role-left', `${link.type}: ${this.#words(link)}`)
      else if ('annotation' in link.to && this.#gone.has(link.to.annotation))
        tell('end-dropped', `${link.type}: ${this.#words(link)}`)
    }
    if (frame.note) tell('note-left', frame.note)
    if (frame.entity !== undefined) tell('entity-left', frame.entity)

    const froms = fillers(rule.from).flatMap(({ to }) => this.#standing(to))
    const tos = fillers(rule.to).filter(({ to }) => !('annotation' in to) || !this.#gone.has(to.annotation))
    if (froms.length === 0) tell('no-from', this.#wordsOfFrame(frame))
    const ends = tos.length > 0 ? tos.map(({ to }) => to) : endWithout(rule)
    if (froms.length > 0 && ends.length === 0) {
      const answers = rule.without && 'answers' in rule.without ? rule.without.answers : null
      if (answers) for (const id of froms) this.answers.set(id, { ...this.answers.get(id), ...answers })
      else tell('no-to', this.#wordsOfFrame(frame))
    }
    const isSaid = froms.length > 0 && ends.length > 0
    if (!isSaid) {
      for (const [name, value] of Object.entries(frame.attributes))
        tell('answer-left', `${name}: ${wordsOfValue(value)}`)
      // The words that tell of it stay marked.
      for (const { to } of [...fillers(rule.cue), ...tos]) if ('annotation' in to) this.keptCues.add(to.annotation)
      return
    }
    const cue = this.#cueOf(frame, fillers(rule.cue), tell)
    for (const from of froms)
      for (const to of ends) {
        this.ends.add(from)
        if ('annotation' in to) this.ends.add(to.annotation)
        const { attributes } = frame
        this.made.push({ id: this.#idFor(frame.id), type: rule.link, from, to, attributes, ...(cue ? { cue } : {}) })
      }
  }

  #cueOf(
    frame: DatasetAnnotation,
    roles: readonly DatasetLink[],
    tell: (why: 'several-cues' | 'cue-in-parts', what: string) => void,
  ): Span | undefined {
    const marked = roles.flatMap(({ to }) => this.#standing(to)).map(id => this.#byId.get(id)!)
    const found = marked.length > 0 ? marked : [frame]
    const [first, ...others] = [...found].sort((one, other) => one.spans[0]!.start - other.spans[0]!.start)
    if (!first) return undefined
    if (first !== frame) this.cues.add(first.id)
    for (const other of others) {
      tell('several-cues', wordsOf(this.#text, other.spans))
      this.keptCues.add(other.id)
    }
    if (first.spans.length > 1) {
      tell('cue-in-parts', wordsOf(this.#text, first.spans))
      this.keptCues.add(first.id)
    }
    return first.spans[0]
  }

  #standing(to: DatasetLink['to']): string[] {
    return 'annotation' in to && !this.#gone.has(to.annotation) ? [to.annotation] : []
  }

  #words({ to }: DatasetLink): string {
    if ('annotation' in to) return wordsOf(this.#text, this.#byId.get(to.annotation)?.spans ?? [])
    return 'entity' in to ? to.entity : ''
  }

  #wordsOfFrame({ spans }: DatasetAnnotation): string {
    return wordsOf(this.#text, spans)
  }

  /** The frame's id, and a number behind it where it became several links. */
  #idFor(frame: string): string {
    let id = frame
    for (let number = 2; this.#taken.has(id); number++) id = `${frame}.${number}`
    this.#taken.add(id)
    return id
  }
}

function endWithout({ without }: FrameRule): DatasetLink['to'][] {
  if (!without || !('to' in without)) return []
  return [without.to === 'author' ? { author: true } : without.to]
}
