import type { CSSProperties, ReactNode } from 'react'
import './swatch.css'

interface Props {
  readonly mark: 'brace' | 'solid' | 'double' | 'dotted' | 'wavy'
  /** Values of CSS: the line's colour and the pale fill. */
  readonly ink: string
  readonly tint: string
  /** What is marked; two letters to show the mark itself without any. */
  readonly children?: ReactNode
}

/** A few characters marked as they would be in the text. */
export function Swatch({ mark, ink, tint, children }: Props) {
  const style = { '--mark-ink': ink, '--mark-tint': tint } as CSSProperties
  return (
    <span className={`swatch ${mark}`} style={style} aria-hidden={children === undefined}>
      {children ?? 'ab'}
    </span>
  )
}
