import type { Tag } from '../../shared/codebook/codebook.ts'
import { confusionOf, okabeIto, standingsOf } from '../../shared/codebook/colourVision.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** A tag's colour, and what is known of how it can be seen. */
export function ColourField({ tag, onChange }: { tag: Tag; onChange: (colour: string) => void }) {
  return (
    <fieldset className="colour-field">
      <legend>{en.codebook.colour}</legend>
      <div className="colours">
        <input
          type="color"
          aria-label={en.codebook.anyColour}
          value={tag.colour.toLowerCase()}
          onChange={event => onChange(event.target.value)}
        />
        {okabeIto.map(colour => (
          <button
            key={colour}
            type="button"
            className="colour"
            aria-pressed={tag.colour.toLowerCase() === colour}
            aria-label={en.codebook.colourNames[colour]}
            title={en.codebook.colourNames[colour]}
            style={{ background: colour }}
            onClick={() => onChange(colour)}
          />
        ))}
      </div>
      <Verdict tag={tag} />
    </fieldset>
  )
}

function Verdict({ tag }: { tag: Tag }) {
  const { desk } = useWorkbench()
  const tags = useValue(desk.workspace, state => state.codebook.tags)
  const others = tags.filter(one => one.id !== tag.id && isOffered(one))
  const alike = others.flatMap(one => {
    const vision = confusionOf(tag.colour, one.colour)
    return vision ? [{ id: one.id, sentence: en.codebook.looksLike(one.label, vision) }] : []
  })
  return (
    <ul className="verdict" aria-live="polite">
      {standingsOf(tag.colour).map(({ theme, contrast, isEnough, ink }) => (
        <li key={theme} className={isEnough ? 'fine' : 'poor'}>
          <span className={`paper ${theme}`} aria-hidden="true">
            <span style={{ borderColor: ink }}>{en.codebook.sample}</span>
          </span>
          {(isEnough ? en.codebook.contrast : en.codebook.contrastPoor)[theme](contrast)}
        </li>
      ))}
      {alike.map(({ id, sentence }) => (
        <li key={id} className="poor">
          {sentence}
        </li>
      ))}
    </ul>
  )
}
