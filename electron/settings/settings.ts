import * as z from 'zod'
import { type CommandId, commandIds } from '../../shared/commands/commands.ts'
import type { Settings } from '../../shared/contract/contract.ts'
import * as shape from '../../shared/contract/shapes.ts'
import { usualSettings } from '../../shared/contract/usualSettings.ts'
import { type Disk, disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { type KeptFile, openKeptFile, type Settling } from './keptFile.ts'

const { shape: field } = shape.Settings
const KeptSettings = z.looseObject({
  theme: field.theme.default(usualSettings.theme),
  textSize: field.textSize.default(usualSettings.textSize),
  zoom: field.zoom.default(usualSettings.zoom),
  language: field.language.default(usualSettings.language),
  singleKeys: field.singleKeys.default(usualSettings.singleKeys),
  // Checked one by one when they are read: one bad key doesn't cost the others.
  keys: z.record(z.string(), z.unknown()).default({}),
  whole: field.whole.default(usualSettings.whole),
  articles: field.articles.default(usualSettings.articles),
  inspector: field.inspector.default(usualSettings.inspector),
  articlesWidth: field.articlesWidth.default(usualSettings.articlesWidth),
  inspectorWidth: field.inspectorWidth.default(usualSettings.inspectorWidth),
  drawer: field.drawer.default(usualSettings.drawer),
  drawerHeights: field.drawerHeights.default(usualSettings.drawerHeights),
})

/** A person's settings: `settings.json` of the profile. */
export interface KeptSettings extends Settling {
  /** The settings that this version knows. */
  readonly value: Settings
  readonly damaged: boolean
  change(parts: Partial<Settings>): Promise<void>
}

export async function openSettings(profile: Fence, on: Disk = disk): Promise<KeptSettings> {
  const file: KeptFile<z.infer<typeof KeptSettings>> = await openKeptFile(profile, 'settings.json', KeptSettings, on)
  return {
    settled: () => file.settled(),
    get value() {
      const { theme, textSize, zoom, language, singleKeys, whole } = file.value
      const { articles, inspector, drawer, articlesWidth, inspectorWidth, drawerHeights } = file.value
      const keys = knownKeys(file.value.keys)
      return {
        theme,
        textSize,
        zoom,
        language,
        singleKeys,
        keys,
        whole,
        articles,
        inspector,
        drawer,
        articlesWidth,
        inspectorWidth,
        drawerHeights,
      }
    },
    damaged: file.damaged,
    change: parts =>
      file.change(parts.keys ? { ...parts, keys: { ...foreign(file.value.keys), ...parts.keys } } : parts),
  }
}

const isKnown = (id: string): id is CommandId => (commandIds as readonly string[]).includes(id)

/** The keys of commands that this version knows, as far as they can be read. */
function knownKeys(kept: Readonly<Record<string, unknown>>): Settings['keys'] {
  return Object.fromEntries(
    Object.entries(kept).flatMap(([id, keys]) => {
      const read = field.keys.valueType.safeParse(keys)
      return isKnown(id) && read.success ? [[id, read.data]] : []
    }),
  )
}

/** What another version wrote of commands that this one doesn't know; it stays. */
function foreign(kept: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(kept).filter(([id]) => !isKnown(id)))
}
