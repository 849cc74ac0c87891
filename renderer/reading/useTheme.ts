import { useSyncExternalStore } from 'react'
import type { Settings } from '../../shared/contract/contract.ts'

const dark = () => window.matchMedia('(prefers-color-scheme: dark)')

/** The theme that holds, whoever decides it. */
export function useTheme(wanted: Settings['theme']): 'light' | 'dark' {
  const system = useSyncExternalStore(watch, () => (dark().matches ? 'dark' : 'light'))
  return wanted === 'system' ? system : wanted
}

function watch(changed: () => void): () => void {
  const query = dark()
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
