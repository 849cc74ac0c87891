import { words as en } from '../../shared/words/words.ts'

/** That all articles are being looked at, and how far that is. */
export function Looking({ done, total }: { done: number; total: number }) {
  return (
    <p className="looking" role="status">
      <progress aria-label={en.codebook.looking} value={total === 0 ? undefined : done} max={total || 1} />
      {en.codebook.looking}
    </p>
  )
}
