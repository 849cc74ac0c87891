import { createStore } from 'zustand/vanilla'
import type { Settings } from '../../shared/contract/contract.ts'
import type { Ask } from './ask.ts'

/** How the window looks until the desktop says how this person wants it. */
const atFirst: Settings = {
  theme: 'system',
  textSize: 'medium',
  singleKeys: true,
  articles: true,
  inspector: true,
  articlesWidth: 280,
  inspectorWidth: 320,
  drawer: null,
  drawerHeight: 200,
}

/** A person's settings: changed here at once, kept by the desktop. */
export function makeSettings({ ask, failed }: { ask: Ask; failed: (failure: unknown) => void }) {
  const store = createStore<Settings>(() => atFirst)
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
