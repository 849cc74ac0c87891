import { type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react'
import { SaidContext } from './said.ts'
import './dialog.css'

interface Props {
  readonly title: string
  /** Whether the title is on the screen, or only for those who listen. */
  readonly titled?: boolean
  readonly className?: string
  /** Missing where the dialog has to be answered. */
  readonly onClose?: () => void
  readonly children: ReactNode
}

/** A modal dialog. It keeps the focus inside, and hands it back to where it was. */
export function Dialog({ title, titled = true, className = '', onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()

  useEffect(() => {
    const before = document.activeElement
    const element = dialog.current!
    element.showModal()
    return () => {
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too; the click is one on the ground behind it
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={heading}
      onCancel={event => {
        event.preventDefault()
        onClose?.()
      }}
      onClick={event => event.target === dialog.current && onClose?.()}
    >
      <div className="sheet">
        <h2 id={heading} className={titled ? 'heading' : 'hidden'}>
          {title}
        </h2>
        {children}
        <Said />
      </div>
    </dialog>
  )
}

/** What is said while the dialog is open. */
function Said() {
  const said = useContext(SaidContext)
  const [before] = useState(said)
  return (
    <div className="hidden" role="status" aria-live="polite">
      {said === before ? '' : said}
    </div>
  )
}
