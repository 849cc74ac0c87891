import type { WebPreferences } from 'electron'

/** The page's ground in either theme, painted before the page is: `--desk` of `renderer/look/tokens.css`. */
export const grounds = { light: '#f5f3ee', dark: '#171614' } as const

/** A page of ours has a screen and one bridge, and nothing else of the machine. */
export function preferences(preload: string, developing: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: developing,
    // Compiled code is kept from the first start on, not from the third.
    v8CacheOptions: 'bypassHeatCheck',
  }
}
