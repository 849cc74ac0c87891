import type { RightAsIs } from '../../shared/contract/contract.ts'
import type { Finding } from '../../shared/rules/rule.ts'
import type { Entry, ReadingStore } from './reading.ts'

/** How to take back that a problem is right as it is, or to say it again. It touches no file of the workspace. */
export interface RightEntry {
  readonly kind: 'right'
  readonly said: RightAsIs
  /** Whether this step says it, or takes it back. */
  readonly says: boolean
}

interface Parts {
  readonly reading: Pick<ReadingStore, 'put' | 'replace'>
  readonly me: () => string
  /** Remembers all of them, on this device. */
  readonly keep: (all: RightAsIs[]) => void
  /** Told that it is another with a finding's key in an article; null for all. */
  readonly changed: (said: Pick<RightAsIs, 'article' | 'key'> | null) => void
}

/** So much of a finding's words tells it from another at the same place. */
const LONGEST_WORDS = 80

/**
 * Which problems annotators said are right as they are: each one's own
 * judgement on one place, kept on this device, and undone like anything else.
 */
export function makeRightAsIs({ reading, me, keep, changed }: Parts) {
  let all = new Map<string, RightAsIs>()

  function set(said: RightAsIs, isRight: boolean): void {
    if (isRight) all.set(nameOf(said), said)
    else all.delete(nameOf(said))
    keep([...all.values()])
    changed(said)
  }

  /** Where nothing but its place names a finding, its words do too: the text may change. */
  function saidOf(article: string, { key, annotation, link, place }: Finding, text: string): RightAsIs {
    const words = (annotation ?? link) ? '' : ` ${text.slice(place.start, place.end).slice(0, LONGEST_WORDS)}`
    return { article, annotator: me(), key: `${key}${words}`.slice(0, 300) }
  }

  return {
    /** What was remembered. */
    recall(said: readonly RightAsIs[]): void {
      if (said.length + all.size === 0) return
      all = new Map(said.map(one => [nameOf(one), one]))
      changed(null)
    },
    isRight: (article: string, finding: Finding, text: string): boolean =>
      all.size > 0 && all.has(nameOf(saidOf(article, finding, text))),
    /** Says that a problem is right as it is, or that it isn't after all: one undo. */
    say(article: string, finding: Finding, text: string, isRight: boolean): void {
      const said = saidOf(article, finding, text)
      set(said, isRight)
      reading.put({ kind: 'right', said, says: !isRight })
    },
    /** Takes an entry's step. */
    step(entry: RightEntry, from: 'undos' | 'redos', to: 'undos' | 'redos'): void {
      set(entry.said, entry.says)
      reading.replace(from, entry, to, { ...entry, says: !entry.says })
    },
  }
}

export type RightAsIsStore = ReturnType<typeof makeRightAsIs>

/** Whether an entry says that a problem is right as it is, or takes that back. */
export function isOfRight(entry: Entry | undefined): entry is RightEntry {
  return entry?.kind === 'right'
}

function nameOf({ article, annotator, key }: RightAsIs): string {
  return JSON.stringify([article, annotator, key])
}
