/**
 * The workspace that was asked for last, until it is shown: what was done in the
 * one before may have to be saved first. The desktop has told how it stands and
 * tells what changes from then on, so that news of it are kept till it is there.
 */
export function makeArriving() {
  let ticket: string | null = null
  let kept: (() => void)[] = []

  return {
    /** Another workspace is asked for; one that was before is not awaited any more. */
    await(workspace: string): void {
      ticket = workspace
      kept = []
    },
    /** Whether this one is still the one to be shown. */
    isAwaited: (workspace: string): boolean => ticket === workspace,
    /** Hears news at once, or when the workspace that they are of is shown. */
    heard<N extends { readonly workspace: string | null }>(hear: (news: N) => void): (news: N) => void {
      return news => {
        if (ticket !== null && news.workspace === ticket) kept.push(() => hear(news))
        else hear(news)
      }
    },
    /** It is shown: what was kept is heard, in order. */
    isThere(): void {
      const due = kept
      ticket = null
      kept = []
      for (const hear of due) hear()
    },
  }
}
