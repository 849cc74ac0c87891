import { words as en } from '../../shared/words/words.ts'

interface Props {
  readonly ahead: number
  readonly named: readonly { readonly path: string; readonly annotator: string | null }[]
}

/** Layers of which a history has more than their files: what a dataset lacks for now. */
export function AheadLine({ ahead, named }: Props) {
  return (
    <li className="wrong">
      <details>
        <summary>{en.exporting.ahead(ahead)}</summary>
        <ul className="export-touched">
          {named.map(({ path, annotator }) => (
            <li key={`${path} ${annotator}`} className="file-path" translate="no" dir="auto">
              {path} {annotator}
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
