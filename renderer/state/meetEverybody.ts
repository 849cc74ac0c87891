import type { Desk } from './desk.ts'

/** Whoever is shown anywhere has a letter, so that where names are hidden all screens have the same one for them; until the function that it returns is called. */
export function meetEverybody({ reviewView, workspace, agreeing, discussing, questions }: Desk): () => void {
  /** Whose layers are in the workspace: lists tell their ids. Nobody needs a letter while names are shown. */
  function meetThoseHere(): void {
    if (!reviewView.getState().isBlind) return
    const { rows } = workspace.getState()
    reviewView.meet([...new Set([...rows.values()].flatMap(({ known }) => known?.layers ?? []))])
  }

  const stops = [
    workspace.subscribe(({ rows }, before) => rows !== before.rows && meetThoseHere()),
    reviewView.subscribe(({ isBlind }, before) => isBlind && !before.isBlind && meetThoseHere()),
    agreeing.subscribe(({ begun }, before) => {
      if (begun && begun !== before.begun) reviewView.meet(begun.layers.map(({ annotator }) => annotator))
    }),
    discussing.subscribe(({ voices }, before) => {
      if (voices !== before.voices) reviewView.meet(voices.map(({ layer }) => layer))
    }),
    questions.subscribe(({ found }, before) => {
      if (found !== before.found) reviewView.meet([...found.values()].flatMap(all => all.map(({ layer }) => layer)))
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
