import { memo, useState } from 'react'
import { type Annotation, extent, quoteOf, type Unplaced } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { isOfOlderMeaning } from '../../shared/codebook/migration.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { selectAndSay } from '../commands/actions.ts'
import { placeByHand } from '../commands/placingActions.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import { zoneAt } from '../state/blocks.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { selectedAnnotation } from '../state/reading.ts'
import { Button } from '../ui/Button.tsx'
import { Swatch } from '../ui/Swatch.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'

const ROW_HEIGHT = 30

/** All annotations of the open article in the order of the text, or those of one tag. */
export function AnnotationList() {
  const { desk, run } = useWorkbench()
  const tags = useTags()
  const [tag, setTag] = useState<string | null>(null)
  const article = useLate(desk.reading, state => state.article)
  useLate(desk.reading, state => state.version)
  useValue(desk.project, state => state.version)
  const selected = useLate(desk.reading, selectedAnnotation)
  const isHidden = useLate(desk.reviewView, state => state.isBlind)
  if (!article) return null

  const { layer, tally } = article
  // Where it isn’t known whose they are, how many there are would tell.
  const isBlind = isHidden && article.compared !== null
  const nameOfRow = ({ entity, ...annotation }: Annotation) =>
    [
      `${tagOf(tags, annotation.tag).label}: ${withUnseenShown(Layer.describe(annotation))}`,
      entity !== undefined && (desk.entities.nameOf(entity) ?? entity),
    ]
      .filter(Boolean)
      .join(', ')
  const order = tag === null ? layer : article.compared ? layer.ofTag(tag) : tally.ofTag(tag)
  const count = tag === null ? layer.annotations.size : (layer.counts.get(tag) ?? 0)
  const isListed = selected && (tag === null || selected.tag === tag)
  return (
    <section className="annotation-list" aria-label={en.list.title}>
      <fieldset className="filters" aria-label={en.list.filter}>
        <FilterButton
          label={en.list.all}
          count={isBlind ? null : layer.annotations.size}
          on={tag === null}
          onPress={() => setTag(null)}
        />
        {tags
          .filter(one => isOffered(one) || (layer.counts.get(one.id) ?? 0) > 0)
          .map(one => (
            <FilterButton
              key={one.id}
              label={one.label}
              count={isBlind ? null : (layer.counts.get(one.id) ?? 0)}
              on={tag === one.id}
              onPress={() => setTag(one.id)}
            />
          ))}
      </fieldset>
      {count === 0 ? (
        <p className="nothing faint">
          {article.head?.access === 'read'
            ? en.list.unreadable
            : tag === null
              ? en.list.empty
              : en.list.emptyTag(tagOf(tags, tag).label)}
        </p>
      ) : (
        <VirtualList
          label={en.list.title}
          count={count}
          rowHeight={ROW_HEIGHT}
          chosen={isListed ? order.rank(selected) : -1}
          keyOf={row => order.at(row)?.id ?? String(row)}
          nameOf={row => {
            const annotation = order.at(row)
            return annotation ? nameOfRow(annotation) : ''
          }}
          onMove={row => {
            const annotation = order.at(row)
            if (annotation) selectAndSay(desk, annotation)
          }}
          onChoose={row => {
            const annotation = order.at(row)
            if (!annotation) return
            const again = annotation.id === desk.reading.getState().selected
            selectAndSay(desk, annotation)
            if (again) run('focus.article')
          }}
        >
          {row => {
            const annotation = order.at(row)
            return annotation && <AnnotationRow annotation={annotation} blocks={article.blocks} />
          }}
        </VirtualList>
      )}
      {layer.unplaced.size > 0 && <NotPlaced unplaced={[...layer.unplaced.values()]} />}
    </section>
  )
}

interface FilterProps {
  readonly label: string
  readonly count: number | null
  readonly on: boolean
  readonly onPress: () => void
}

function FilterButton({ label, count, on, onPress }: FilterProps) {
  return (
    <button type="button" aria-pressed={on} onClick={onPress}>
      {label} {count !== null && <span className="count">{en.number(count)}</span>}
    </button>
  )
}

/** How much of a quote one line can show. */
const SHOWN = 160

interface RowProps {
  readonly annotation: Annotation
  readonly blocks: OpenArticle['blocks']
}

/** One line of the list; drawn anew when its annotation has changed, or the zones have. */
const AnnotationRow = memo(({ annotation, blocks }: RowProps) => {
  const tags = useTags()
  const tag = tagOf(tags, annotation.tag)
  const isBoilerplate = zoneAt(blocks, extent(annotation).start) === 'boilerplate'
  return (
    <div
      className={`annotation-row ${isBoilerplate ? 'in-boilerplate' : ''}`}
      title={isBoilerplate ? en.list.boilerplate : undefined}
    >
      <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
        {tag.label.slice(0, 1)}
      </Swatch>
      <span className="words" dir="auto">
        {withUnseenShown(quoteOf(annotation).slice(0, SHOWN).replace(/\s+/g, ' '))}
      </span>
      <EntityName entity={annotation.entity} words={quoteOf(annotation)} />
      <OlderMark annotation={annotation} />
      {annotation.note && (
        <span className="has-note" title={annotation.note}>
          ✎
        </span>
      )}
      {isBoilerplate && <span className="small">{en.list.boilerplate}</span>}
    </div>
  )
})

/** That the annotation was made under an older meaning. */
function OlderMark({ annotation }: { annotation: Annotation }) {
  const { desk } = useWorkbench()
  const isOlder = useValue(desk.workspace, state => isOfOlderMeaning(annotation, state.codebook))
  if (!isOlder) return null
  return (
    <span className="older" title={en.findings.rulesById['older-meaning'].explain}>
      {en.codebook.olderSign}
    </span>
  )
}

/** Who or what is meant, where the words themselves don't say it. */
function EntityName({ entity, words }: { entity: string | undefined; words: string }) {
  const { desk } = useWorkbench()
  useValue(desk.project, state => (entity === undefined ? null : state.version))
  if (entity === undefined) return null
  const name = desk.entities.nameOf(entity)
  if (name === words) return null
  return <bdi className={name === undefined ? 'entity unknown' : 'entity'}>{name ?? entity}</bdi>
}

function NotPlaced({ unplaced }: { unplaced: readonly Unplaced[] }) {
  const { desk, run } = useWorkbench()
  const tags = useTags()
  const isUnfolded = useValue(desk.panes, state => state.unplaced)
  return (
    <details
      id="unplaced"
      className="not-placed"
      open={isUnfolded}
      onToggle={event => desk.panes.unfoldUnplaced(event.currentTarget.open)}
    >
      <summary>
        {en.list.unplaced} <span className="count">{en.number(unplaced.length)}</span>
      </summary>
      <p className="faint small">{en.list.unplacedWhy}</p>
      <Button keys={useKey('placing.review')} onClick={() => run('placing.review')}>
        {en.placing.review}
      </Button>
      <ul>
        {unplaced.slice(0, 1000).map(one => {
          const tag = tagOf(tags, one.tag)
          return (
            <li key={one.id}>
              <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
                {tag.label.slice(0, 1)}
              </Swatch>
              <span>
                <span className="words">{withUnseenShown(quoteOf(one).slice(0, SHOWN))}</span>
                <span className="faint small"> {en.list.placement[one.placement]}</span>
                {one.note && <span className="faint small"> · {one.note}</span>}
              </span>
              <Button look="plain" title={en.placing.hereWhy} onClick={() => placeByHand(desk, one.id)}>
                {en.placing.here}
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
