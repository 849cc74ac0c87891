import type { Desk } from './desk.ts'

/** Whoever is shown anywhere has a letter, so that where names are hidden all screens have the same one for them; until the function that it returns is called. */
export function meetEverybody({ reviewView, agreeing, discussing }: Desk): () => void {
  const stops = [
    agreeing.subscribe(({ begun }, before) => {
      if (begun && begun !== before.begun) reviewView.meet(begun.layers.map(({ annotator }) => annotator))
    }),
    discussing.subscribe(({ voices, questions }, before) => {
      if (voices !== before.voices) reviewView.meet(voices.map(({ layer }) => layer))
      if (questions.found !== before.questions.found) reviewView.meet(questions.found.map(({ layer }) => layer))
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
