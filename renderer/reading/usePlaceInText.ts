import { useEffect, useMemo, useState } from 'react'
import type { Span } from '../../shared/annotation/span.ts'
import type { Desk } from '../state/desk.ts'
import type { Place } from '../ui/Picker.tsx'
import { placeInText } from './placeInText.ts'

/** Where in the window a picker belongs (`placeInText`), also after the window has become another size. */
export function usePlaceInText(desk: Desk, span?: Span): Place {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let frame = 0
    // The page lies in its new place a frame after the window has its new size.
    const follow = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => setTurn(before => before + 1))
      })
    }
    window.addEventListener('resize', follow)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('resize', follow)
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is another size of the window
  return useMemo(() => placeInText(desk, span), [desk, span, turn])
}
