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
  // A list is looked along; where one thing is read and decided there is a text to be seen beside it.
  drawerHeights: { problems: 200, search: 200, placing: 320, history: 320, merge: 340, discussion: 320, review: 280 },
}
