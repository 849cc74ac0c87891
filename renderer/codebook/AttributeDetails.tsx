import type { Attribute, Codebook, Question } from '../../shared/codebook/codebook.ts'
import { withAttribute } from '../../shared/codebook/items.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import { words as en } from '../../shared/words/words.ts'
import { labelOf } from '../commands/labelOf.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { MeaningSwitch, withMeaning } from './MeaningSwitch.tsx'
import { QuestionFields } from './QuestionFields.tsx'

/** Everything about one question that is asked about annotations of a tag. */
export function AttributeDetails({ attribute }: { attribute: Attribute }) {
  const { desk } = useWorkbench()
  const { tags, attributes } = useValue(desk.workspace, state => state.codebook)
  const key = attributeKey(attribute)
  const item = { of: 'attributes', id: key } as const
  const change = (codebook: Codebook, to: (question: Question) => Question) =>
    withAttribute(codebook, key, one => ({ ...one, ...to(one) }))
  return (
    <>
      <p className="faint">{en.codebook.askedOf(labelOf(tags, attribute.tag))}</p>
      <QuestionFields
        id="codebook-label"
        question={attribute}
        field={`attributes:${key}`}
        others={attributes.filter(one => one.tag === attribute.tag && isOffered(one))}
        change={change}
        changeWords={(codebook, to) => withMeaning(desk, item, change(codebook, to))}
        onRemoveChoice={choice =>
          desk.codebook.go({ kind: 'merge-choices', tag: attribute.tag, attribute: attribute.id, choice })
        }
      />
      <MeaningSwitch item={item} since={attribute.meaningChanged} />
      <fieldset className="checks">
        <legend>{en.codebook.where}</legend>
        <label>
          <input
            type="checkbox"
            checked={attribute.folded}
            onChange={event => {
              const folded = event.target.checked
              desk.codebook.change(codebook => withAttribute(codebook, key, one => ({ ...one, folded })))
            }}
          />
          <span>
            {en.codebook.folded}
            <span className="faint small"> {en.codebook.foldedWhy}</span>
          </span>
        </label>
      </fieldset>
    </>
  )
}
