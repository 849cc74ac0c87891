import { words as en } from '../../shared/words/words.ts'

type Status = 'none' | 'in-progress' | 'done' | 'adjudicated' | 'archive' | 'problem'

/** How far an article is, as a circle: empty, half, or full with a tick; a cross for one that can't be opened; sheets for a file of many articles. */
export function StatusMark({ status }: { status: Status }) {
  return (
    <svg
      className={`status-mark ${status}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      role="img"
      aria-label={en.articles.status[status]}
    >
      <title>{en.articles.status[status]}</title>
      {status === 'problem' ? (
        <path d="M3 3l6 6M9 3l-6 6" className="line" />
      ) : status === 'archive' ? (
        <path d="M1.5 4.5h7v6h-7zM3.5 4.5v-2h7v6h-2" className="line" />
      ) : (
        <>
          <circle cx="6" cy="6" r="4.75" className="line" />
          {status === 'in-progress' && <path d="M6 2.5a3.5 3.5 0 0 1 0 7z" className="fill" />}
          {(status === 'done' || status === 'adjudicated') && (
            <>
              <circle cx="6" cy="6" r="5.4" className="fill" />
              <path d="M3.6 6.2l1.7 1.7 3.2-3.6" className="tick" />
            </>
          )}
        </>
      )}
    </svg>
  )
}
