import { byPlace, type DatasetAnnotation, type DatasetLayer, type DatasetLink } from '../dataset/dataset.ts'
import { Untakeable } from '../dataset/untakeable.ts'

type Status = NonNullable<DatasetLayer['status']>

interface Open {
  readonly annotator: string
  readonly status?: Status
  readonly annotations: Map<string, DatasetAnnotation>
  readonly links: Map<string, DatasetLink>
}

/** The layers of one article while it is read: annotations and links come in any order, each for its annotator. */
export class LayersRead {
  readonly #layers = new Map<string, Open>()

  /** Of layers that are known from the first, the annotator and the status, in a file's own words. */
  constructor(known: readonly { readonly [key: string]: unknown }[] = []) {
    for (const { annotator, status } of known)
      if (typeof annotator === 'string') this.#open(annotator, isStatus(status) ? status : undefined)
  }

  /** A layer of this annotator is there, whether or not anything is added to it. */
  open(annotator: string): void {
    this.#open(annotator)
  }

  /** Throws an Untakeable `twice` where the layer has an annotation of this id. */
  add(annotator: string, annotation: DatasetAnnotation): void {
    const { annotations } = this.#open(annotator)
    if (annotations.has(annotation.id)) throw new Untakeable('twice', annotation.id)
    annotations.set(annotation.id, annotation)
  }

  /** Throws an Untakeable `end-missing` or `twice`. */
  addLink(annotator: string, link: DatasetLink): void {
    const { annotations, links } = this.#open(annotator)
    const hasEnds = annotations.has(link.from) && (!('annotation' in link.to) || annotations.has(link.to.annotation))
    if (!hasEnds) throw new Untakeable('end-missing', link.id)
    if (links.has(link.id)) throw new Untakeable('twice', link.id)
    links.set(link.id, link)
  }

  /** Every layer, its annotations by place. */
  all(): DatasetLayer[] {
    return [...this.#layers.values()].map(({ annotations, links, ...rest }) => ({
      ...rest,
      annotations: [...annotations.values()].sort(byPlace),
      links: [...links.values()],
    }))
  }

  #open(annotator: string, status?: Status): Open {
    const known = this.#layers.get(annotator)
    if (known) return known
    const made = { annotator, ...(status ? { status } : {}), annotations: new Map(), links: new Map() }
    this.#layers.set(annotator, made)
    return made
  }
}

function isStatus(value: unknown): value is Status {
  return value === 'in-progress' || value === 'done' || value === 'adjudicated'
}
