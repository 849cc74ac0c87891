import { createStore } from 'zustand/vanilla'
import type { Settings } from '../../shared/contract/contract.ts'
import { usualSettings } from '../../shared/contract/usualSettings.ts'
import type { Ask } from './ask.ts'

/** A person's settings: changed here at once, kept by the desktop. */
export function makeSettings({ ask, failed }: { ask: Ask; failed: (failure: unknown) => void }) {
  const store = createStore<Settings>(() => usualSettings)
  return {
    ...store,
    show: (settings: Settings) => store.setState(settings),
    change(settings: Partial<Settings>): void {
      store.setState(settings)
      ask('settings.set', settings).catch(failed)
    },
  }
}

export type SettingsStore = ReturnType<typeof makeSettings>
