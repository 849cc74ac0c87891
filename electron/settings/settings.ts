import * as z from 'zod'
import type { Settings } from '../../shared/contract/contract.ts'
import * as shape from '../../shared/contract/shapes.ts'
import type { Fence } from '../disk/fence.ts'
import { type KeptFile, openKeptFile, type Settling } from './keptFile.ts'

/** How Stet looks before anybody said anything. */
export const usualSettings: Settings = {
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

const { shape: field } = shape.Settings
const KeptSettings = z.looseObject({
  theme: field.theme.default(usualSettings.theme),
  textSize: field.textSize.default(usualSettings.textSize),
  singleKeys: field.singleKeys.default(usualSettings.singleKeys),
  articles: field.articles.default(usualSettings.articles),
  inspector: field.inspector.default(usualSettings.inspector),
  articlesWidth: field.articlesWidth.default(usualSettings.articlesWidth),
  inspectorWidth: field.inspectorWidth.default(usualSettings.inspectorWidth),
  drawer: field.drawer.default(usualSettings.drawer),
  drawerHeight: field.drawerHeight.default(usualSettings.drawerHeight),
})

/** A person's settings: `settings.json` of the profile. */
export interface KeptSettings extends Settling {
  /** The settings that this version knows. */
  readonly value: Settings
  readonly damaged: boolean
  change(parts: Partial<Settings>): Promise<void>
}

export async function openSettings(profile: Fence): Promise<KeptSettings> {
  const file: KeptFile<z.infer<typeof KeptSettings>> = await openKeptFile(profile, 'settings.json', KeptSettings)
  return {
    settled: () => file.settled(),
    get value() {
      const { theme, textSize, singleKeys, articles, inspector, drawer } = file.value
      const { articlesWidth, inspectorWidth, drawerHeight } = file.value
      return { theme, textSize, singleKeys, articles, inspector, drawer, articlesWidth, inspectorWidth, drawerHeight }
    },
    damaged: file.damaged,
    change: parts => file.change(parts),
  }
}
