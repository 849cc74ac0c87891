import { MOST_WORDS_APART } from '../../shared/limits.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useTags } from '../look/useTags.ts'
import { useAnnotators } from './useNames.ts'

/** What is compared, and how closely: annotators, tags, and how far extents may part. Each change computes anew. */
export function Controls() {
  const { agreeing } = useWorkbench().desk
  const begun = useValue(agreeing, state => state.begun)
  const choices = useValue(agreeing, state => state.choices)
  const tags = useTags()
  const { nameOf, inOrder, isBlind } = useAnnotators()
  if (begun === null || begun.layers.length < 2) return null
  const layers = agreeing.layers()
  const ids = begun.layers.map(({ annotator }) => annotator)
  const articlesOf = (id: string) => begun.layers.find(({ annotator }) => annotator === id)?.articles ?? 0
  const { words, ignoreEnds } = choices.tolerance
  const apart = en.agreement.apart(words)
  const allTags = tags.map(({ id }) => id)

  return (
    <section className="controls" aria-label={en.agreement.controls}>
      <fieldset>
        <legend>{en.agreement.layers}</legend>
        {inOrder(ids).map(annotator => (
          <label key={annotator} className="choice">
            <input
              type="checkbox"
              checked={layers.includes(annotator)}
              onChange={() =>
                agreeing.choose({
                  layers: ids.filter(one => (one === annotator) !== layers.includes(one)),
                })
              }
            />
            <span translate="no">
              {isBlind ? nameOf(annotator) : en.agreement.layerOf(nameOf(annotator), articlesOf(annotator))}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{en.agreement.extent}</legend>
        <label className="slider">
          <span>{en.agreement.wordsApart}</span>
          <input
            type="range"
            min={0}
            max={MOST_WORDS_APART}
            value={words}
            aria-valuetext={apart}
            onChange={event => agreeing.choose({ tolerance: { words: Number(event.target.value), ignoreEnds } })}
          />
        </label>
        <output>{apart}</output>
        <label className="choice">
          <input
            type="checkbox"
            checked={ignoreEnds}
            onChange={() => agreeing.choose({ tolerance: { words, ignoreEnds: !ignoreEnds } })}
          />
          <span>{en.agreement.ignoreEnds}</span>
        </label>
      </fieldset>
      <fieldset>
        <legend>{en.agreement.tags}</legend>
        <label className="choice">
          <input
            type="checkbox"
            checked={choices.tags === null}
            onChange={() => agreeing.choose({ tags: choices.tags === null ? [] : null })}
          />
          <span>{en.agreement.allTags}</span>
        </label>
        {tags.map(({ id, label }) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              checked={choices.tags === null || choices.tags.includes(id)}
              onChange={() => {
                const chosen = choices.tags ?? allTags
                const next = allTags.filter(one => (one === id) !== chosen.includes(one))
                agreeing.choose({ tags: next.length === allTags.length ? null : next })
              }}
            />
            <span dir="auto">{label}</span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}
