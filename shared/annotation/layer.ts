import { type Annotation, type Link, quoteOf, type Status, type Unplaced } from './annotation.ts'
import type { Comment } from './comment.ts'
import type { Edit } from './edit.ts'
import type { Opaque } from './opaque.ts'
import { Remarks } from './remarks.ts'
import type { Span } from './span.ts'
import { SpanOrder } from './spanOrder.ts'
import type { Verdict } from './verdict.ts'

/** What a layer begins with. */
export interface LayerStart {
  readonly annotations?: Iterable<Annotation>
  readonly links?: Iterable<Link>
  readonly unplaced?: Iterable<Unplaced>
  readonly comments?: Iterable<Comment | Opaque>
  readonly verdicts?: Iterable<Verdict | Opaque>
  readonly status?: Status
}

/**
 * One annotator's annotations of one article, as the desktop holds them and the
 * window copies them. It changes only by `apply`, whose cost doesn't grow with
 * the number of annotations.
 */
export class Layer {
  status: Status
  readonly annotations = new Map<string, Annotation>()
  readonly links = new Map<string, Link>()
  readonly unplaced = new Map<string, Unplaced>()
  /** What the annotator wrote about anybody's work, by id, but for what can only be carried: see `remarks`. */
  readonly comments: ReadonlyMap<string, Comment>
  /** What the annotator decided on annotations of others, by id. */
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** The same with what isn't shaped like any that this version knows. */
  readonly remarks: { readonly comments: Remarks<Comment>; readonly verdicts: Remarks<Verdict> }
  /** How many annotations each tag has. */
  readonly counts = new Map<string, number>()
  private order: SpanOrder
  /** The order of one tag's annotations, from when it was first asked for. */
  private readonly orders = new Map<string, SpanOrder>()
  private readonly linksByEnd = new Map<string, Set<string>>()

  constructor(start: LayerStart = {}) {
    const { annotations = [], links = [], unplaced = [], comments = [], verdicts = [], status = 'in-progress' } = start
    this.status = status
    this.remarks = { comments: new Remarks(comments), verdicts: new Remarks(verdicts) }
    this.comments = this.remarks.comments.known
    this.verdicts = this.remarks.verdicts.known
    for (const annotation of annotations) this.annotations.set(annotation.id, annotation)
    for (const annotation of this.annotations.values()) this.count(annotation.tag, 1)
    this.order = new SpanOrder(this.annotations.values())
    for (const link of links) this.putLink(link)
    for (const one of unplaced) this.unplaced.set(one.id, one)
  }

  /** Does what the edit says and returns the edit that undoes it. Removing what isn't there does nothing. */
  apply(edit: Edit): Edit {
    switch (edit.kind) {
      case 'put': {
        // An id is placed or unplaced, never both: a file with twins couldn't be opened again.
        const unplaced = this.unplaced.get(edit.annotation.id)
        this.unplaced.delete(edit.annotation.id)
        const undo = this.replace(edit.annotation.id, edit.annotation)
        return unplaced
          ? {
              kind: 'all',
              edits: [
                { kind: 'remove', id: unplaced.id },
                { kind: 'putUnplaced', unplaced },
              ],
            }
          : undo
      }
      case 'remove':
        return this.replace(edit.id, undefined)
      case 'putLink': {
        const was = this.links.get(edit.link.id)
        this.putLink(edit.link)
        return was ? { kind: 'putLink', link: was } : { kind: 'removeLink', id: edit.link.id }
      }
      case 'removeLink': {
        const was = this.links.get(edit.id)
        this.removeLink(edit.id)
        return was ? { kind: 'putLink', link: was } : { kind: 'removeLink', id: edit.id }
      }
      case 'putUnplaced': {
        const { id } = edit.unplaced
        const was = this.unplaced.get(id)
        const placed = this.annotations.get(id)
        if (placed) this.replace(id, undefined)
        this.unplaced.set(id, edit.unplaced)
        if (placed) return { kind: 'put', annotation: placed }
        return was ? { kind: 'putUnplaced', unplaced: was } : { kind: 'removeUnplaced', id }
      }
      case 'removeUnplaced': {
        const was = this.unplaced.get(edit.id)
        this.unplaced.delete(edit.id)
        return was ? { kind: 'putUnplaced', unplaced: was } : { kind: 'removeUnplaced', id: edit.id }
      }
      case 'putComment': {
        const was = this.remarks.comments.put(edit.comment)
        return was ? { kind: 'putComment', comment: was } : { kind: 'removeComment', id: edit.comment.id }
      }
      case 'removeComment': {
        const was = this.remarks.comments.remove(edit.id)
        return was ? { kind: 'putComment', comment: was } : { kind: 'removeComment', id: edit.id }
      }
      case 'putVerdict': {
        const was = this.remarks.verdicts.put(edit.verdict)
        return was ? { kind: 'putVerdict', verdict: was } : { kind: 'removeVerdict', id: edit.verdict.id }
      }
      case 'removeVerdict': {
        const was = this.remarks.verdicts.remove(edit.id)
        return was ? { kind: 'putVerdict', verdict: was } : { kind: 'removeVerdict', id: edit.id }
      }
      case 'status': {
        const was = this.status
        this.status = edit.status
        return { kind: 'status', status: was }
      }
      case 'all':
        return { kind: 'all', edits: flat(edit.edits.map(part => this.apply(part)).reverse()) }
    }
  }

  /** All that the layer holds, for another one to begin with. */
  contents(): Required<LayerStart> {
    return {
      annotations: this.list(),
      links: this.links.values(),
      unplaced: this.unplaced.values(),
      comments: this.remarks.comments.all(),
      verdicts: this.remarks.verdicts.all(),
      status: this.status,
    }
  }

  /** All annotations in the order of the text. */
  inOrder(): Iterable<Annotation> {
    return this.order
  }

  /** The same as a list that later edits leave alone. */
  list(): Annotation[] {
    return this.order.list()
  }

  /** Annotations whose extent shares a character with `span`, in order. */
  touching(span: Span): Annotation[] {
    return [...this.order.touching(span)]
  }

  /** The `most` nearest to a stretch that are accepted, in no particular order; see `SpanOrder.nearest`. */
  nearest(span: Span, most: number, accepts: (annotation: Annotation) => boolean): Annotation[] {
    return this.order.nearest(span, most, accepts)
  }

  /** The next annotation in order, or undefined after the last. */
  after(annotation: Annotation): Annotation | undefined {
    return this.order.after(annotation)
  }

  before(annotation: Annotation): Annotation | undefined {
    return this.order.before(annotation)
  }

  /** How many annotations come before this one; the list shows it in that row. */
  rank(annotation: Annotation): number {
    return this.order.rank(annotation)
  }

  at(rank: number): Annotation | undefined {
    return this.order.at(rank)
  }

  /** The annotations of one tag in the order of the text. Made when it is first asked for, and kept in order from then on. */
  ofTag(tag: string): SpanOrder {
    const known = this.orders.get(tag)
    if (known) return known
    const order = new SpanOrder([...this.annotations.values()].filter(annotation => annotation.tag === tag))
    this.orders.set(tag, order)
    return order
  }

  /** Links that begin or end at an annotation. */
  linksOf(id: string): Link[] {
    return [...(this.linksByEnd.get(id) ?? [])].map(link => this.links.get(link)!)
  }

  /** The edit that removes an annotation together with the links that would hang in the air. */
  removal(id: string): Edit {
    const links = this.linksOf(id)
    const remove: Edit = { kind: 'remove', id }
    if (links.length === 0) return remove
    return { kind: 'all', edits: [...links.map(link => ({ kind: 'removeLink', id: link.id }) as const), remove] }
  }

  /** A word for lists and sentences: the tag and the beginning of the quote. */
  static describe(annotation: Pick<Annotation, 'spans'>): string {
    const quote = quoteOf(annotation).replace(/\s+/g, ' ')
    return quote.length > 60 ? `${quote.slice(0, 59)}…` : quote
  }

  private replace(id: string, annotation: Annotation | undefined): Edit {
    const was = this.annotations.get(id)
    if (was) {
      this.order.remove(was)
      this.orders.get(was.tag)?.remove(was)
      this.annotations.delete(id)
      this.count(was.tag, -1)
    }
    if (annotation) {
      this.annotations.set(id, annotation)
      this.order.put(annotation)
      this.orders.get(annotation.tag)?.put(annotation)
      this.count(annotation.tag, 1)
    }
    return was ? { kind: 'put', annotation: was } : { kind: 'remove', id }
  }

  private count(tag: string, by: number): void {
    const count = (this.counts.get(tag) ?? 0) + by
    if (count === 0) this.counts.delete(tag)
    else this.counts.set(tag, count)
  }

  private putLink(link: Link): void {
    this.removeLink(link.id)
    this.links.set(link.id, link)
    for (const end of endsOf(link)) {
      const links = this.linksByEnd.get(end) ?? new Set()
      this.linksByEnd.set(end, links.add(link.id))
    }
  }

  private removeLink(id: string): void {
    const link = this.links.get(id)
    if (!link) return
    this.links.delete(id)
    for (const end of endsOf(link)) {
      const links = this.linksByEnd.get(end)
      links?.delete(id)
      if (links?.size === 0) this.linksByEnd.delete(end)
    }
  }
}

/** Undos of several edits as one list: `all` doesn't nest. */
function flat(undos: readonly Edit[]): Edit[] {
  return undos.flatMap(undo => (undo.kind === 'all' ? undo.edits : [undo]))
}

/** Ids of the annotations that a link holds on to. */
function endsOf({ from, to }: Link): string[] {
  return 'annotation' in to ? [from, to.annotation] : [from]
}
