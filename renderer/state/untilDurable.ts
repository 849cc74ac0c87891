import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Recorder, Recording } from './recorder.ts'

/**
 * Waits until every edit made so far is durable, and answers null; or what the
 * desktop says once the disk refuses one at this try. The edits stay queued then.
 */
export async function untilDurable(recorder: Recorder): Promise<ProblemNotice | null> {
  recorder.retry()
  const told = toldOf(recorder.getState())
  if (told) return told
  let stop = () => {}
  const refused = new Promise<ProblemNotice>(resolve => {
    stop = recorder.subscribe((state, before) => {
      const problem = state.refused === before.refused ? null : [...state.refused.values()][0]
      const found = problem ?? toldOf(state)
      if (found) resolve(found)
    })
  })
  try {
    return await Promise.race([recorder.settled().then(() => null), refused])
  } finally {
    stop()
  }
}

/** What the desktop says of an article whose edits it has, but can't bring to disk. */
function toldOf({ waiting, told }: Recording): ProblemNotice | null {
  for (const article of waiting.keys()) {
    const problem = told.get(article)?.problem
    if (problem) return problem
  }
  return null
}
