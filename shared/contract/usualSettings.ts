import type { Settings } from './contract.ts'

/** How Stet looks and what its keys are before anybody said anything. */
export const usualSettings: Settings = {
  theme: 'system',
  textSize: 'medium',
  zoom: 1,
  language: 'en',
  singleKeys: true,
  keys: {},
  whole: null,
  articles: true,
  inspector: true,
  articlesWidth: 280,
  inspectorWidth: 320,
  drawer: null,
  drawerHeight: 200,
}
