import { words as en } from '../../shared/words/words.ts'

/** When to use a tag, a question or a kind of link, with examples. Nothing where the codebook says nothing. */
export function guidanceOf(guidance: string, examples: readonly string[] = []) {
  if (guidance === '' && examples.length === 0) return undefined
  return (
    <>
      {guidance !== '' && <span>{guidance}</span>}
      {examples.length > 0 && <span className="examples">{en.codebook.forExample(examples.slice(0, MOST))}</span>}
    </>
  )
}

/** The same as one text, for a tooltip; empty where there is nothing to say. */
export function guidanceText(guidance: string, examples: readonly string[] = []): string {
  const shown = examples.length > 0 ? en.codebook.forExample(examples.slice(0, MOST)) : ''
  return [guidance, shown].filter(Boolean).join('\n')
}

/** More examples than this help nobody while choosing. */
const MOST = 3
