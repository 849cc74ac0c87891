import type { Scope } from '../../shared/agreement/agreementReport.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { copyWords } from '../ui/copyWords.ts'
import { Counted } from './Counted.tsx'
import { useAnnotators } from './useNames.ts'

interface Props {
  readonly formula: string
  readonly worked: string | null
  readonly citation: string
  readonly methods: string
  /** Whose figure it is. */
  readonly pair: Scope['pair']
}

/** The formula, worked out, with words for a methods section to be copied, and the source. */
export function ExplainedRest({ formula, worked, citation, methods, pair }: Props) {
  const { notices } = useWorkbench().desk
  const { hidesCounts } = useAnnotators()
  return (
    <>
      <h4>{en.agreement.formulaTitle}</h4>
      <p className="formula">{formula}</p>
      {worked && !hidesCounts(pair) && (
        <p className="formula" translate="no">
          {worked}
        </p>
      )}
      <h4>{en.agreement.methodsTitle}</h4>
      <Counted pair={pair}>
        <p className="methods">{methods}</p>
        <Button
          onClick={() => {
            if (copyWords(`${methods}\n\n${citation}\n`)) notices.say(en.agreement.copied)
          }}
        >
          {en.agreement.copyMethods}
        </Button>
      </Counted>
      <h4>{en.agreement.citationTitle}</h4>
      <p className="legend">{citation}</p>
    </>
  )
}
