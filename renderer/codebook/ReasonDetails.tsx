import type { Reason } from '../../shared/codebook/codebook.ts'
import { withReason } from '../../shared/codebook/items.ts'
import { words as en } from '../../shared/words/words.ts'
import { DraftField } from './DraftField.tsx'

/** Everything about one reason for decisions. */
export function ReasonDetails({
  reason: { id, label, guidance = '' },
}: {
  reason: Pick<Reason, 'id' | 'label' | 'guidance'>
}) {
  return (
    <>
      <p className="faint">{en.codebook.reasonWhy}</p>
      <DraftField
        id="codebook-label"
        label={en.codebook.label}
        field={`reasons:${id}:label`}
        value={label}
        maxLength={1_000}
        hint={en.codebook.idHint(id)}
        wrong={text => (text.trim() === '' ? en.codebook.labelMissing : null)}
        onWrite={(codebook, text) =>
          text.trim() === '' ? null : withReason(codebook, id, one => ({ ...one, label: text.trim() }))
        }
      />
      <DraftField
        label={en.codebook.reasonParagraph}
        field={`reasons:${id}:guidance`}
        value={guidance}
        rows={5}
        hint={en.codebook.reasonParagraphHint}
        onWrite={(codebook, text) =>
          withReason(codebook, id, ({ guidance: _, ...one }) =>
            text.trim() === '' ? one : { ...one, guidance: text.trim() },
          )
        }
      />
    </>
  )
}
