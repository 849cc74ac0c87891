import type { Annotation, Link, Unplaced } from '../../shared/annotation/annotation.ts'
import type { Comment } from '../../shared/annotation/comment.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Opaque } from '../../shared/annotation/opaque.ts'
import type { Span } from '../../shared/annotation/span.ts'
import { compare as inOrderOfText } from '../../shared/annotation/spanOrder.ts'
import type { Verdict } from '../../shared/annotation/verdict.ts'
import type { Block } from '../../shared/article/article.ts'
import { type Field, type FieldName, joinFields, type Metadata } from '../../shared/article/metadata.ts'
import type { LayerHead, Opened } from '../../shared/contract/contract.ts'
import { CORRECTION_QUOTE, Facts, type FactsEdit, type Said, zonesOf } from '../../shared/facts/facts.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { blockIndexAt, readBlocks, zoneAt } from './blocks.ts'
import { Tally } from './tally.ts'

/**
 * An open article as the window holds it: the text, its blocks with a person's
 * corrections, and the copy of their layer, which fills in pieces. It changes
 * in place; whoever shows it watches the version that the store counts.
 */
export class OpenArticle {
  readonly opened: Opened
  readonly text: string
  blocks: readonly Block[]
  /** The layer as it is: what is edited. */
  present = new Layer()
  /** The layer as it stood, while the past is looked at. */
  past: Layer | null = null
  /** What several layers say, while they are compared. */
  compared: Layer | null = null
  /** Whether the layer that is edited is one of them, and can be changed there. */
  isOwnCompared = false
  /** What could be told of the layer at once, for the eye alone. */
  private readonly glimpsed: Layer
  head: LayerHead | null = null
  readonly tally: Tally
  /** UTF-16 offset at the top of the page. */
  place: number
  /** Blocks as the reader has them: what a correction that is taken back goes back to. */
  private readonly asRead: readonly Block[]
  private readonly facts: Facts
  /** What was edited while pieces were still on their way; a piece that arrives later doesn't undo it. */
  private readonly edited = new Set<string>()

  constructor(opened: Opened) {
    this.opened = opened
    this.text = opened.text
    const { blocks, asRead } = readBlocks(opened.blocks)
    this.asRead = asRead
    this.blocks = blocks
    this.place = opened.offset
    this.glimpsed = new Layer({ annotations: JSON.parse(opened.glimpse) as Annotation[] })
    this.facts = new Facts(
      blocks.filter(block => block.by === 'person').map(block => ({ ...block, quote: this.quoteOfBlock(block) })),
      { encoding: opened.encodingChosen, fields: new Map(Object.entries(opened.fields) as [FieldName, Field][]) },
    )
    this.tally = new Tally(offset => zoneAt(this.blocks, offset) === 'boilerplate')
  }

  get ticket(): string {
    return this.opened.ticket
  }

  /** The layer that is shown: as it is, as it stood, or what several layers say. */
  get layer(): Layer {
    return this.past ?? this.compared ?? this.present
  }

  /** Whether what is shown can be changed. What is past can't (it can be restored, which changes the present); of what is compared, the person's own. */
  get canAnnotate(): boolean {
    return this.isWritable && this.past === null && (this.compared === null || this.isOwnCompared)
  }

  /** Whether this annotation can be changed: one of a colleague, whose layer is compared, never. */
  canChange(id: string): boolean {
    return this.canAnnotate && !this.isOfOthers(id)
  }

  /** Whether what stands under this id is somebody else's, shown to be compared. */
  isOfOthers(id: string): boolean {
    return (this.compared?.annotations.has(id) ?? false) && !this.present.annotations.has(id)
  }

  /** The layer whose links an annotation has: one of the person's own has their own alone, whoever's are shown beside it to be compared. */
  linkedIn(id: string): Layer {
    const isOwn = this.past === null && this.compared !== null && this.present.annotations.has(id)
    return isOwn ? this.present : this.layer
  }

  /** Whether something can be said of what is shown: also of layers that are compared, since it stands in the person's own. */
  get canSay(): boolean {
    return this.isWritable && this.past === null
  }

  get isWritable(): boolean {
    return this.head?.access === 'write'
  }

  /** Why zones can't be corrected here; null where they can. */
  get factsProblem(): ProblemNotice | null {
    return this.lost ?? this.opened.factsProblem
  }
  /** Whether another encoding can be chosen: it must be text in one, and its facts must take it. */
  get canChooseEncoding(): boolean {
    return this.opened.hasEncoding && this.factsProblem === null && this.past === null
  }

  /** The encoding that a person chose; null where nobody did. */
  get chosenEncoding(): string | null {
    return this.facts.said.encoding
  }

  /** Whether the text isn't read in the encoding that was chosen since. */
  get isMisread(): boolean {
    return this.opened.hasEncoding && this.chosenEncoding !== this.opened.encodingChosen
  }

  /** What was said of the article itself, beside its file. */
  get said(): Said {
    return this.facts.said
  }
  /** Every field of it, as what is believed most says. */
  get metadata(): Metadata {
    return joinFields(this.facts.metadata, this.opened.found)
  }

  /** What it is called; '' where nothing says it. */
  get title(): string {
    return this.metadata.title?.value ?? ''
  }
  private lost: ProblemNotice | null = null

  /** Nothing more can be saved here: from now on the article can only be read. */
  closeForWriting(problem: ProblemNotice): void {
    this.lost = problem
    if (this.head) this.head = { ...this.head, access: 'read', problem }
  }

  /** How many annotations are still on their way. */
  get missing(): number {
    return Math.max(0, (this.head?.annotations ?? 0) - this.arrived)
  }
  private arrived = 0
  /** To be called when the whole layer has come, or can't. */
  settleFilled: () => void = () => {}
  /** Whether the whole layer has come, or can't. */
  isFilled = false
  readonly filled = new Promise<void>(resolve => {
    this.settleFilled = () => {
      this.isFilled = true
      resolve()
    }
  })

  /** What a layer says before its annotations come. */
  begin(head: LayerHead): void {
    this.head = this.lost ? { ...head, access: 'read', problem: this.lost } : head
    this.present = new Layer({
      links: JSON.parse(head.links) as Link[],
      unplaced: JSON.parse(head.unplaced) as Unplaced[],
      comments: JSON.parse(head.comments) as (Comment | Opaque)[],
      verdicts: JSON.parse(head.verdicts) as (Verdict | Opaque)[],
      status: head.status,
    })
  }

  /**
   * The annotations to be shown in a stretch of the text: those of the layer,
   * and until all have come, those that were glimpsed and have neither come nor
   * been touched.
   */
  shownIn(span: Span): readonly Annotation[] {
    const come = this.layer.touching(span)
    if (this.past || this.compared || this.isFilled || (this.head !== null && this.missing === 0)) return come
    const glimpsed = this.glimpsed
      .touching(span)
      .filter(({ id }) => !this.edited.has(id) && !this.layer.annotations.has(id))
    return glimpsed.length === 0 ? come : [...come, ...glimpsed].sort(inOrderOfText)
  }

  /** One piece of the layer has come. */
  take(annotations: readonly Annotation[]): void {
    this.arrived += annotations.length
    for (const annotation of annotations) {
      if (this.edited.has(annotation.id) || this.present.annotations.has(annotation.id)) continue
      this.present.apply({ kind: 'put', annotation })
      this.tally.follow({ was: undefined, now: annotation })
    }
  }

  /** An annotation was edited; pieces that come later leave it alone. */
  touch(id: string): void {
    if (this.missing > 0) this.edited.add(id)
  }

  /** Applies a change of the facts and hands back its undo. */
  correct(edit: FactsEdit): FactsEdit {
    const places = zonesOf(edit).map(({ span }) => span)
    const under = [...new Map(places.flatMap(span => this.present.touching(span)).map(one => [one.id, one])).values()]
    this.tally.recount(under, -1)
    const undo = this.facts.apply(edit)
    const blocks = [...this.blocks]
    for (const { start } of places) {
      const at = blockIndexAt(blocks, start)
      const [block] = this.facts.correct(this.text, [this.asRead[at]!])
      blocks[at] = block!
    }
    this.blocks = blocks
    this.tally.recount(under, 1)
    return undo
  }

  /** The first words of a block, by which a correction notices that the text has changed. */
  quoteOfBlock({ start, end }: { start: number; end: number }): string {
    return this.text.slice(start, Math.min(end, start + CORRECTION_QUOTE))
  }
}
