import { useEffect, useState } from 'react'
import type { Query } from '../../shared/search/query.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import type { Gathered } from '../state/gathering.ts'

/** What all articles hold of something; null, with how far it is, until all have been looked at. The search ends with the component. */
export function useGathered(query: Partial<Query> & Pick<Query, 'what'>) {
  const { desk } = useWorkbench()
  const [gathered, setGathered] = useState<Gathered | null>(null)
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  const asked = JSON.stringify(query)
  useEffect(() => {
    const ending = new AbortController()
    setGathered(null)
    void desk.gathering
      .gather(JSON.parse(asked), (done, total) => setProgress({ done, total }), ending.signal)
      .then(found => ending.signal.aborted || setGathered(found))
    return () => ending.abort()
  }, [desk, asked])
  return { gathered, progress }
}
