import { duplicate, entryOf } from '../../shared/codebook/items.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { AttributeDetails } from './AttributeDetails.tsx'
import { add, moveItem } from './CodebookTree.tsx'
import { LinkDetails } from './LinkDetails.tsx'
import { RulesDetails } from './RulesDetails.tsx'
import { isItem, rowKey } from './rows.ts'
import { TagDetails } from './TagDetails.tsx'

/** The chosen entry, or the question that has to be answered first. */
export function CodebookDetails() {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const chosen = useValue(desk.codebook, state => state.chosen)
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
        document.getElementById('codebook-tree')?.focus()
      }}
    >
      <fieldset disabled={locked} className="details-body">
        {entry && isItem(chosen) && <Head />}
        {chosen.of === 'tags' && entry && <TagDetails tag={codebook.tags.find(one => one.id === chosen.id)!} />}
        {chosen.of === 'attributes' && entry && (
          <AttributeDetails attribute={codebook.attributes.find(one => attributeKey(one) === chosen.id)!} />
        )}
        {chosen.of === 'links' && entry && <LinkDetails link={codebook.links.find(one => one.id === chosen.id)!} />}
        {chosen.of === 'rules' && <RulesDetails />}
      </fieldset>
    </section>
  )
}

/** What can be done with an entry as a whole. */
function Head() {
  const { desk } = useWorkbench()
  const chosen = useValue(desk.codebook, state => state.chosen)
  if (!chosen || !isItem(chosen)) return null
  return (
    <div className="entry-actions" role="toolbar" aria-label={en.codebook.actions}>
      <Button
        look="plain"
        onClick={() =>
          add(desk, book => duplicate(book, chosen, en.codebook.copyOf(entryOf(book, chosen)?.label ?? '')))
        }
      >
        {en.codebook.duplicate}
      </Button>
      <Button look="plain" title={en.codebook.upWhy} onClick={() => moveItem(desk, chosen, -1)}>
        {en.codebook.up}
      </Button>
      <Button look="plain" title={en.codebook.downWhy} onClick={() => moveItem(desk, chosen, 1)}>
        {en.codebook.down}
      </Button>
    </div>
  )
}
