import { entryOf, retire } from '../../shared/codebook/items.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { printKeys } from '../../shared/commands/keys.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Step } from '../state/codebookEditor.ts'
import { Button } from '../ui/Button.tsx'
import { AttributeDetails } from './AttributeDetails.tsx'
import { ChoiceStep } from './ChoiceStep.tsx'
import { discussItem, moveItem } from './CodebookTree.tsx'
import { ImportStep } from './ImportStep.tsx'
import { LinkDetails } from './LinkDetails.tsx'
import { MergeStep } from './MergeStep.tsx'
import { OlderDetails } from './OlderDetails.tsx'
import { ReasonDetails } from './ReasonDetails.tsx'
import { RemoveReasonStep } from './RemoveReasonStep.tsx'
import { RemoveStep } from './RemoveStep.tsx'
import { RulesDetails } from './RulesDetails.tsx'
import { isItem, rowKey } from './rows.ts'
import { SplitStep } from './SplitStep.tsx'
import { StandardReasons } from './StandardReasons.tsx'
import { TagDetails } from './TagDetails.tsx'
import { TryStep } from './TryStep.tsx'

/** The chosen entry, or the question that has to be answered first. */
export function CodebookDetails() {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const chosen = useValue(desk.codebook, state => state.chosen)
  const step = useValue(desk.codebook, state => state.step)
  const locked = useValue(desk.project, state => state.problem !== null)
  if (!chosen) return <section id="codebook-details" aria-label={en.codebook.details} />
  const entry = isItem(chosen) ? entryOf(codebook, chosen) : undefined
  return (
    <section
      id="codebook-details"
      key={rowKey(chosen)}
      aria-label={en.codebook.details}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        if (desk.codebook.getState().step) desk.codebook.go(null)
        document.getElementById('codebook-tree')?.focus()
      }}
    >
      <fieldset disabled={locked} className="details-body">
        {step ? (
          <StepOf step={step} />
        ) : (
          <>
            {entry && isItem(chosen) && <Head />}
            {chosen.of === 'tags' && entry && <TagDetails tag={codebook.tags.find(one => one.id === chosen.id)!} />}
            {chosen.of === 'attributes' && entry && (
              <AttributeDetails attribute={codebook.attributes.find(one => attributeKey(one) === chosen.id)!} />
            )}
            {chosen.of === 'links' && entry && <LinkDetails link={codebook.links.find(one => one.id === chosen.id)!} />}
            {chosen.of === 'reasons' && entry && <ReasonDetails reason={entry} />}
            {chosen.of === 'standard' && <StandardReasons />}
            {chosen.of === 'rules' && <RulesDetails />}
            {chosen.of === 'older' && <OlderDetails />}
          </>
        )}
      </fieldset>
    </section>
  )
}

/** What can be done with an entry as a whole. */
function Head() {
  const { desk } = useWorkbench()
  const chosen = useValue(desk.codebook, state => state.chosen)
  const codebook = useValue(desk.workspace, state => state.codebook)
  const isArticleOpen = useValue(desk.reading, state => state.article !== null)
  const entry = chosen && isItem(chosen) ? entryOf(codebook, chosen) : undefined
  if (!chosen || !isItem(chosen) || !entry) return null
  const { of } = chosen
  return (
    <div className="entry-actions" role="toolbar" aria-label={en.codebook.actions}>
      <Button look="plain" onClick={() => desk.codebook.name({ kind: 'copy', item: chosen })}>
        {en.codebook.duplicate}
      </Button>
      <Button look="plain" title={en.codebook.upWhy} onClick={() => moveItem(desk, chosen, -1)}>
        {en.codebook.up}
      </Button>
      <Button look="plain" title={en.codebook.downWhy} onClick={() => moveItem(desk, chosen, 1)}>
        {en.codebook.down}
      </Button>
      {of !== 'reasons' && (
        <Button
          look="plain"
          disabled={!isArticleOpen}
          title={en.codebook.discussWhy}
          keys={printKeys('C', desk.platform())}
          onClick={() => discussItem(desk, { of, id: chosen.id })}
        >
          {en.codebook.discuss}
        </Button>
      )}
      {chosen.of === 'tags' && isOffered(entry) && (
        <>
          <Button look="plain" onClick={() => desk.codebook.go({ kind: 'merge', tag: chosen.id })}>
            {en.codebook.merge}
          </Button>
          <Button look="plain" onClick={() => desk.codebook.go({ kind: 'split', tag: chosen.id })}>
            {en.codebook.split}
          </Button>
        </>
      )}
      {'retired' in entry && entry.retired && (
        <Button look="plain" onClick={() => desk.codebook.change(book => retire(book, chosen, false))}>
          {en.codebook.offerAgain}
        </Button>
      )}
      <Button
        look="plain"
        keys={printKeys('Delete', desk.platform())}
        onClick={() => desk.codebook.go({ kind: 'remove', item: chosen })}
      >
        {en.codebook.removeEntry}
      </Button>
    </div>
  )
}

/** What has to be answered first. */
function StepOf({ step }: { step: Step }) {
  switch (step.kind) {
    case 'remove':
      return step.item.of === 'reasons' ? <RemoveReasonStep id={step.item.id} /> : <RemoveStep item={step.item} />
    case 'merge':
      return <MergeStep tag={step.tag} />
    case 'split':
      return <SplitStep tag={step.tag} />
    case 'merge-choices':
      return <ChoiceStep tag={step.tag} attribute={step.attribute} choice={step.choice} />
    case 'import':
      return <ImportStep file={step.file} codebook={step.codebook} />
    case 'try':
      return <TryStep migration={step.migration} from={step.before} after={step.after} back={step.back} />
  }
}
