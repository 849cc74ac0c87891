import { type Annotation, extent, type Link } from '../annotation/annotation.ts'
import type { Edit } from '../annotation/edit.ts'
import { leftBy } from '../annotation/footprint.ts'
import type { Block } from '../article/article.ts'
import { type Quotation, quotationsIn } from '../text/quotations.ts'
import { FindingOrder } from './findingOrder.ts'
import { heldBy } from './nameOfTwo.ts'
import { Names } from './names.ts'
import { quotationsTouching } from './quotationWithoutClaim.ts'
import type { Finding, Rule, Subject, View } from './rule.ts'
import { rulesOn } from './rules.ts'

/**
 * The problems of one layer, kept up with its edits: what an edit touches is
 * noted (`follow`), and looked at when there is time (`work`). Once nothing is
 * left to look at, the findings are those that a fresh look at everything
 * would give.
 */
export class Findings {
  readonly order: FindingOrder
  readonly view: View
  /** The rules that hold; a codebook that switches others on or off needs new findings. */
  private readonly rules: readonly Rule[]
  private readonly found = new Map<string, readonly Finding[]>()
  private readonly due: Record<Subject, Set<string>> = {
    annotation: new Set(),
    link: new Set(),
    quotation: new Set(),
    name: new Set(),
  }
  /** Blocks whose quotations haven't been looked for yet: from here on. */
  private nextBlock = 0

  /** Of what `isHidden` it is known that it is right as it is. */
  constructor(view: Omit<View, 'names' | 'quotationsIn'>, isHidden?: (finding: Finding) => boolean) {
    this.order = new FindingOrder(isHidden)
    const names = new Names()
    const known = new Map<number, readonly Quotation[]>()
    this.view = Object.create(view, {
      names: { value: names },
      quotationsIn: {
        value: (block: number) => {
          const quotations = known.get(block) ?? outermost(quotationsIn(view.text, view.blocks[block]!))
          known.set(block, quotations)
          return quotations
        },
      },
    }) as View
    this.rules = rulesOn(view.codebook)
    for (const id of view.layer.annotations.keys()) this.due.annotation.add(id)
    for (const id of view.layer.links.keys()) this.due.link.add(id)
  }

  /** Whether something is still to be looked at. */
  get isBehind(): boolean {
    return this.nextBlock < this.view.blocks.length || Object.values(this.due).some(ids => ids.size > 0)
  }

  /**
   * Notes what an edit touched that has been applied to the layer. `undo` is what applying it gave.
   * Whatever puts or removes an annotation leaves something unplaced, or nothing: links ask for both.
   */
  follow(edit: Edit, undo: Edit): void {
    for (const one of [...leftBy(undo), ...leftBy(edit)]) {
      if (one.part === 'annotation') this.touch(one.id, one.value)
      else if (one.part === 'link') this.touchLink(one.id, one.value)
      else if (one.part === 'unplaced') for (const link of this.view.layer.linksOf(one.id)) this.due.link.add(link.id)
    }
  }

  /** The register has changed: who is who, or who is there at all. */
  reregistered(): void {
    for (const name of this.view.names.shared) this.due.name.add(name)
    for (const { id, to } of this.view.layer.links.values()) if ('entity' in to) this.due.link.add(id)
  }

  /** Notes which blocks are another zone now. They are cut as they were. */
  rezoned(was: readonly Block[]): void {
    this.view.blocks.forEach((block, at) => {
      if (block !== was[at]) for (const key of quotationsTouching(this.view, block)) this.due.quotation.add(key)
    })
  }

  /** Looks at what is due until all is done or `isOver` says so. Answers whether all is done. */
  work(isOver: () => boolean): boolean {
    while (this.isBehind) {
      if (isOver()) return false
      if (!this.one('annotation') && !this.one('link') && !this.one('quotation') && !this.one('name')) this.block()
    }
    return true
  }

  private touch(id: string, annotation: Annotation | undefined): void {
    const { view, due } = this
    due.annotation.add(id)
    if (!annotation) return
    for (const { reach } of this.rules) {
      if (reach) for (const other of reach(view, annotation)) due.annotation.add(other)
    }
    for (const key of quotationsTouching(view, extent(annotation))) due.quotation.add(key)
  }

  private touchLink(id: string, link: Link | undefined): void {
    this.due.link.add(id)
    if (link) this.due.annotation.add(link.from)
  }

  private one(subject: Subject): boolean {
    const [id] = this.due[subject]
    if (id === undefined) return false
    this.due[subject].delete(id)
    if (subject === 'annotation') this.rename(id)
    for (const rule of this.rules) if (rule.subject === subject) this.look(rule, id)
    return true
  }

  private rename(id: string): void {
    const annotation = this.view.layer.annotations.get(id)
    for (const name of this.view.names.set(id, annotation ? heldBy(annotation) : null)) this.due.name.add(name)
  }

  private block(): void {
    const block = this.nextBlock++
    this.view.quotationsIn(block).forEach((_, at) => void this.due.quotation.add(`${block}:${at}`))
  }

  private look(rule: Rule, subject: string): void {
    const place = `${rule.id} ${subject}`
    const before = this.found.get(place) ?? nothing
    const now = rule.find(this.view, subject)
    if (before.length === 0 && now.length === 0) return
    for (const finding of before) this.order.remove(finding)
    for (const finding of now) this.order.put(finding)
    if (now.length > 0) this.found.set(place, now)
    else this.found.delete(place)
  }
}

const nothing: readonly Finding[] = []

/** Quotations that stand in no other: who quotes somebody who quotes makes one statement. */
function outermost(quotations: readonly Quotation[]): Quotation[] {
  let end = 0
  return quotations.filter(quotation => {
    if (quotation.start < end) return false
    end = quotation.end
    return true
  })
}

/** Everything that is wrong, looked for at once. */
export function findAll(view: Omit<View, 'names' | 'quotationsIn'>): Finding[] {
  const findings = new Findings(view)
  findings.work(() => false)
  return [...findings.order.all]
}
