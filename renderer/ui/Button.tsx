import type { ComponentProps, ReactNode } from 'react'
import './button.css'

interface Props extends Omit<ComponentProps<'button'>, 'type'> {
  /** `plain` is words alone, `main` the one thing that a dialog is for. */
  readonly look?: 'plain' | 'line' | 'main'
  /** The key that does the same, printed for this keyboard. */
  readonly keys?: string | undefined
  readonly children: ReactNode
}

/** A button of words. Its tooltip names the key that does the same. */
export function Button({ look = 'line', keys, className = '', title, children, ...rest }: Props) {
  const tooltip = [title, keys && `(${keys})`].filter(Boolean).join(' ')
  return (
    <button {...rest} type="button" className={`button ${look} ${className}`} title={tooltip || undefined}>
      {children}
    </button>
  )
}
