import { isOffered } from '../../shared/codebook/offered.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { Scope } from './SearchBar.tsx'

/** Which words are tagged everywhere, as what, and how alike they must be. */
export function TagAllBar() {
  const { desk } = useWorkbench()
  const { searching } = desk
  const tagAll = useValue(searching, state => state.tagAll)
  const words = useValue(searching, state => state.query.words)
  const tags = useValue(desk.workspace, state => state.codebook.tags)
  if (!tagAll) return null
  const hasMore = Object.keys(tagAll.attributes).length > 0 || tagAll.entity !== undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself
    <div className="search-bar tag-all" role="group" aria-label={en.commands['annotation.tagAll']}>
      <h2 dir="auto" title={en.tagAll.origin}>
        {en.tagAll.title(words)}
      </h2>
      <select
        aria-label={en.tagAll.as}
        value={tagAll.tag}
        onChange={event => searching.retarget({ tag: event.target.value })}
      >
        {tags.filter(isOffered).map(({ id, label }) => (
          <option key={id} value={id}>
            {en.bulk.tagAs(label)}
          </option>
        ))}
      </select>
      <Scope />
      <label title={en.tagAll.exactWhy}>
        <input
          type="checkbox"
          checked={tagAll.exactCapitals}
          onChange={event => searching.retarget({ exactCapitals: event.target.checked })}
        />
        {en.tagAll.exact}
      </label>
      {hasMore && tagAll.tag === tagAll.ofTag && (
        <label>
          <input
            type="checkbox"
            checked={tagAll.carries}
            onChange={event => searching.retarget({ carries: event.target.checked })}
          />
          {en.tagAll.carries}
        </label>
      )}
      <span className="gap" />
      <Button look="plain" onClick={() => searching.begin(searching.getState().scope, words)}>
        {en.tagAll.back}
      </Button>
    </div>
  )
}
