import type { ComponentType } from 'react'
import type { Desk } from '../state/desk.ts'
import type { Drawer } from '../state/panes.ts'

/** One of the things that the pane below can show. */
export interface DrawerTab {
  readonly id: Drawer
  readonly title: string
  /** A hook: how many things are listed, or null where nothing can be counted. */
  readonly useCount: (desk: Desk) => number | null
  readonly component: ComponentType
}
