import { useEffect, useRef, useState } from 'react'
import { Layer } from '../../shared/annotation/layer.ts'
import { words as en } from '../../shared/words/words.ts'
import { tagWith } from '../commands/actions.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { guidanceText } from '../look/Guidance.tsx'
import { useOfferedTags } from '../look/useTags.ts'
import { selectedText } from '../state/reading.ts'
import { Swatch } from '../ui/Swatch.tsx'
import { placeInText } from './placeInText.ts'

/** A selection must hold this long before the bar comes, so that it doesn't run after the keys. */
const REST_MS = 140

/** The tags, beside the selected words. */
export function TagBar() {
  const { desk, run } = useWorkbench()
  const tags = useOfferedTags()
  const selection = useLate(desk.reading, selectedText)
  const canAnnotate = useLate(desk.reading, state => state.article?.canAnnotate ?? false)
  const lately = useLate(desk.reshaping, state => state.lately)
  const picker = useValue(desk.dialogs, state => state.picker)
  const isShown = useRested(selection !== null && canAnnotate && picker === null, selection)
  const tagKey = useKey('annotation.tag')
  const addKey = useKey('span.add')
  const bar = useRef<HTMLDivElement>(null)
  if (!isShown) return null
  const companion = lately === null ? undefined : desk.reshaping.companion()
  const { left, top, bottom } = placeInText(desk)
  const edge = document.getElementById('article')?.getBoundingClientRect().right ?? window.innerWidth
  const above = bottom + 52 > window.innerHeight - 30
  return (
    <div
      ref={bar}
      className="tag-bar"
      role="toolbar"
      aria-label={en.reading.tagSelection}
      style={{
        left: Math.max(8, Math.min(left, edge - 90 * (Math.min(tags.length, 6) + (companion ? 1 : 0)))),
        top: above ? top - 42 : bottom + 8,
      }}
      onPointerDown={event => event.preventDefault()}
    >
      {tags.slice(0, 6).map(tag => (
        <button
          key={tag.id}
          type="button"
          title={guidanceText(tag.guidance, tag.examples)}
          onClick={() => tagWith(desk, tag.id)}
        >
          <kbd>{tag.key}</kbd>
          <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
            {tag.label}
          </Swatch>
        </button>
      ))}
      {tags.length > 6 && (
        <button type="button" onClick={() => desk.dialogs.pick('tag')}>
          <kbd>{tagKey}</kbd> {en.reading.more}
        </button>
      )}
      {companion && (
        <button
          type="button"
          className="add-span"
          title={en.reading.addTo(Layer.describe(companion))}
          aria-label={en.reading.addTo(Layer.describe(companion))}
          onClick={() => run('span.add')}
        >
          <kbd>{addKey}</kbd> {en.reading.addShort}
        </button>
      )}
    </div>
  )
}

/**
 * Whether `wanted` has held for a moment without the mouse being down or the page scrolling. What rested before isn't
 * asked where it stands any more: the next key doesn't wait for a layout.
 */
function useRested(wanted: boolean, what: object | null): boolean {
  const [rested, setRested] = useState<object | null>(null)
  useEffect(() => {
    setRested(null)
    if (!wanted || what === null) return
    let timer = setTimeout(() => setRested(what), REST_MS)
    let isDown = false
    const later = () => {
      clearTimeout(timer)
      setRested(null)
      if (!isDown) timer = setTimeout(() => setRested(what), REST_MS)
    }
    const down = (event: PointerEvent) => {
      if ((event.target as Element).closest('.tag-bar')) return
      isDown = true
      later()
    }
    // A press on the bar goes on to its click: the bar must still be there.
    const up = () => {
      if (!isDown) return
      isDown = false
      later()
    }
    window.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('scroll', later, true)
    window.addEventListener('resize', later)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('scroll', later, true)
      window.removeEventListener('resize', later)
    }
  }, [wanted, what])
  return wanted && what !== null && rested === what
}
