import { type ComponentType, useEffect, useSyncExternalStore } from 'react'

/** A screen whose code comes after the first picture. */
export interface Later {
  /** Shows nothing until the code is there, and asks for it. */
  readonly component: ComponentType
  /** Loads the code, once. */
  load(): Promise<void>
}

/**
 * Keeps what isn't seen at first out of the start of the window. Once it is
 * loaded (`loadAll`, when the window has nothing else to do) it is shown in the
 * same breath in which it is asked for: no key press waits, and no focus gets
 * lost in between.
 */
export function later(fetch: () => Promise<ComponentType>): Later {
  let loaded: ComponentType | null = null
  let loading: Promise<void> | null = null
  const waiting = new Set<() => void>()

  function load(): Promise<void> {
    loading ??= fetch().then(
      component => {
        loaded = component
        for (const tell of waiting) tell()
      },
      error => {
        loading = null // asked for again, it is tried again
        throw error
      },
    )
    return loading
  }
  const subscribe = (tell: () => void) => {
    waiting.add(tell)
    return () => void waiting.delete(tell)
  }

  function Shown() {
    const Component = useSyncExternalStore(subscribe, () => loaded)
    useEffect(() => {
      if (Component === null) void load()
    }, [Component])
    return Component && <Component />
  }
  return { component: Shown, load }
}

/** Loads what comes later, one after the other, whenever the window has nothing else to do. */
export function loadAll(all: readonly Later[]): void {
  const [next, ...others] = all
  if (next)
    requestIdleCallback(
      () =>
        void next.load().then(
          () => loadAll(others),
          () => loadAll(others),
        ),
    )
}
