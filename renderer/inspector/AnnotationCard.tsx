import { useMemo, useState } from 'react'
import { type Annotation, extent } from '../../shared/annotation/annotation.ts'
import { isOfOlderMeaning } from '../../shared/codebook/migration.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { tagWith } from '../commands/actions.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { guidanceText } from '../look/Guidance.tsx'
import { tagOf, useTags } from '../look/useTags.ts'
import { zoneAt } from '../state/blocks.ts'
import { spell } from '../state/spell.ts'
import { Button } from '../ui/Button.tsx'
import { Swatch } from '../ui/Swatch.tsx'
import { AttributeField, type Suggestion } from './AttributeField.tsx'
import { EntityField } from './EntityField.tsx'
import { FieldPast } from './FieldPast.tsx'
import { Links } from './Links.tsx'
import { MadeOf } from './MadeOf.tsx'
import { NoteField } from './NoteField.tsx'
import { Otherwise } from './Otherwise.tsx'
import { Parts } from './Parts.tsx'
import { Stack } from './Stack.tsx'
import { suggestedDates } from './suggestedDates.ts'

/** Everything about one annotation, to be read and changed. Another annotation changes what is different, and no more. */
export function AnnotationCard({ annotation }: { annotation: Annotation }) {
  const { desk, run } = useWorkbench()
  const canAnnotate = useValue(desk.reading, ({ article }) => article?.canAnnotate ?? false)
  return (
    <section className="inspected" aria-label={en.inspector.title}>
      <fieldset disabled={!canAnnotate}>
        <FieldPast field="tag">
          <TagChoice annotation={annotation} />
        </FieldPast>
        <FieldPast field="words">
          <Quote annotation={annotation} />
          <Parts annotation={annotation} />
        </FieldPast>
        <FieldPast field="entity">
          <EntityField annotation={annotation} />
        </FieldPast>
      </fieldset>
      <MadeOf annotation={annotation} />
      <Otherwise annotation={annotation} />
      <Links annotation={annotation} />
      <fieldset disabled={!canAnnotate}>
        <Attributes annotation={annotation} />
        <FieldPast field="note">
          <NoteField annotation={annotation} />
        </FieldPast>
      </fieldset>
      <Stack annotation={annotation} />
      <footer>
        <Meta annotation={annotation} />
        <Button
          look="plain"
          className="remove"
          disabled={!canAnnotate}
          title={en.commands['annotation.remove']}
          keys={useKey('annotation.remove')}
          onClick={() => run('annotation.remove')}
        >
          {en.inspector.remove}
        </Button>
      </footer>
    </section>
  )
}

function TagChoice({ annotation }: { annotation: Annotation }) {
  const { desk } = useWorkbench()
  const all = useTags()
  const tags = all.filter(isOffered)
  const shown = tagOf(all, annotation.tag)
  const isKnown = all.some(tag => tag.id === annotation.tag)
  const codebook = useValue(desk.workspace, state => state.codebook)
  return (
    <fieldset className="tag-choice" aria-label={en.inspector.tag}>
      {tags.map(tag => (
        <button
          key={tag.id}
          type="button"
          aria-pressed={tag.id === shown.id}
          title={`${guidanceText(tag.guidance, tag.examples)} (${tag.key})`}
          onClick={() => {
            desk.reading.selectText(null)
            tagWith(desk, tag.id)
          }}
        >
          <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
            {tag.label}
          </Swatch>
        </button>
      ))}
      {isKnown && !isOffered(shown) && <span className="unknown">{en.codebook.notOfferedTag(shown.label)}</span>}
      {isOfOlderMeaning(annotation, codebook) && (
        <p className="older" title={en.findings.rulesById['older-meaning'].explain}>
          {en.codebook.olderMark}
        </p>
      )}
      {!isKnown && <span className="unknown">{en.inspector.unknownTag(annotation.tag)}</span>}
    </fieldset>
  )
}

/** How much of a long quote is shown; the text itself is one click away. */
const LONGEST_QUOTE = 400

function Quote({ annotation }: { annotation: Annotation }) {
  const { desk } = useWorkbench()
  const boilerplate = useValue(
    desk.reading,
    ({ article }) => article !== null && zoneAt(article.blocks, extent(annotation).start) === 'boilerplate',
  )
  const first = annotation.spans[0]!
  const last = annotation.spans.at(-1)!
  return (
    <>
      <button
        type="button"
        className="quote"
        title={en.inspector.quote}
        onClick={() => desk.reading.reveal(extent(annotation))}
      >
        <span className="context">{first.before && `… ${wholeWords(flat(first.before), 'end')}`}</span>
        {annotation.spans.map((span, i) => (
          <span key={span.start}>
            {i > 0 && <span className="context"> … </span>}
            <mark>{shorten(flat(span.quote))}</mark>
          </span>
        ))}
        <span className="context">{last.after && `${wholeWords(flat(last.after), 'start')} …`}</span>
      </button>
      {boilerplate && <p className="faint small">{en.inspector.inBoilerplate}</p>}
    </>
  )
}

function Attributes({ annotation: drawn }: { annotation: Annotation }) {
  const { desk } = useWorkbench()
  // An answer is seen at once, whatever waits for the next frame.
  const annotation = useValue(desk.reading, ({ article }) => {
    const now = article?.layer.annotations.get(drawn.id) ?? drawn
    return now.attributes === drawn.attributes && now.tag === drawn.tag ? drawn : now
  })
  const attributes = useValue(desk.workspace, state => state.codebook.attributes)
  const dates = useSuggestedDates(annotation)
  const [unfoldedOf, setUnfoldedOf] = useState<string | null>(null)
  const unfolded = unfoldedOf === annotation.id
  const asked = attributes.filter(
    attribute =>
      attribute.tag === annotation.tag && (isOffered(attribute) || annotation.attributes[attribute.id] !== undefined),
  )
  const folded = asked.filter(attribute => attribute.folded && annotation.attributes[attribute.id] === undefined)
  const shown = unfolded ? asked : asked.filter(attribute => !folded.includes(attribute))
  const others = Object.entries(annotation.attributes).filter(([id]) => !asked.some(attribute => attribute.id === id))
  return (
    <div className="attributes">
      {shown.map(attribute => (
        <FieldPast key={attribute.id} field={`attributes ${attribute.id}`}>
          <AttributeField
            of={annotation.id}
            attribute={attribute}
            value={annotation.attributes[attribute.id] ?? null}
            suggestions={attribute.kind === 'date' ? dates : []}
            onAnswer={value => desk.tagging.setAttribute(attribute.id, value)}
          />
        </FieldPast>
      ))}
      {others.map(([id, value]) => (
        <p key={id} className="faint small">
          {en.inspector.other(id, spell(value))}
        </p>
      ))}
      {folded.length > 0 && (
        <button
          type="button"
          className="more"
          aria-expanded={unfolded}
          onClick={() => setUnfoldedOf(unfolded ? null : annotation.id)}
        >
          {unfolded ? en.inspector.fewer : en.inspector.more(folded.length)}
        </button>
      )}
    </div>
  )
}

/** What words near the annotation mean, as answers. */
function useSuggestedDates(annotation: Annotation): readonly Suggestion[] {
  const { desk } = useWorkbench()
  const article = useValue(desk.reading, state => state.article)
  const { realis } = annotation.attributes
  // biome-ignore lint/correctness/useExhaustiveDependencies: of its attributes this one alone counts
  return useMemo(
    () =>
      article
        ? suggestedDates(article, annotation).map(({ words, date }) => ({
            value: date,
            label: en.inspector.meant(words, date),
          }))
        : [],
    [article, annotation.id, annotation.spans, realis],
  )
}

function Meta({ annotation: { origin, created, modified } }: { annotation: Annotation }) {
  return (
    <p className="faint small">
      {en.inspector.made(en.inspector.origin[origin.kind] ?? origin.kind, en.time(created))}
      {modified !== created && `, ${en.inspector.modified(en.time(modified))}`}
    </p>
  )
}

/** Context without the word that it was cut in. `kept` is the side towards the quote. */
function wholeWords(context: string, kept: 'start' | 'end'): string {
  const cut = kept === 'end' ? context.replace(/^\S+ /, '') : context.replace(/ \S*$/, '')
  return cut === '' ? context : cut
}

function flat(text: string): string {
  return withUnseenShown(text.replace(/\s+/g, ' '))
}

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE / 2)} … ${text.slice(-LONGEST_QUOTE / 2)}` : text
}
