/** A rectangle of the screen, in its own pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a window stood, and whether it filled the screen; `bounds` are those that it goes back to. */
export interface WindowPlace {
  readonly bounds: Rectangle
  readonly maximised: boolean
}

export const SMALLEST = { width: 800, height: 560 }
const USUAL = { width: 1360, height: 880 }

/**
 * Where a window goes: where it stood if its title bar is still on a screen,
 * else in the middle of the first one. It is never larger than its screen, and
 * doesn't hide a window that stands there already.
 */
export function placeWindow(
  kept: WindowPlace | null,
  screens: readonly Rectangle[],
  taken: readonly Rectangle[] = [],
): WindowPlace {
  const screen = (kept && screens.find(one => showsTitle(one, kept.bounds))) ?? null
  if (kept === null || screen === null) return { bounds: middle(screens[0]!), maximised: false }
  const width = Math.min(Math.max(kept.bounds.width, SMALLEST.width), screen.width)
  const height = Math.min(Math.max(kept.bounds.height, SMALLEST.height), screen.height)
  let { x, y } = kept.bounds
  while (taken.some(other => other.x === x && other.y === y)) {
    x += STEP
    y += STEP
  }
  x = Math.max(screen.x, Math.min(x, screen.x + screen.width - width))
  y = Math.max(screen.y, Math.min(y, screen.y + screen.height - height))
  return { bounds: { x, y, width, height }, maximised: kept.maximised && taken.length === 0 }
}

const STEP = 32

/** Whether enough of a window's upper edge is on a screen to be taken hold of. */
function showsTitle(screen: Rectangle, { x, y, width }: Rectangle): boolean {
  const shown = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
  return shown >= 100 && y >= screen.y - 10 && y <= screen.y + screen.height - 40
}

function middle(screen: Rectangle): Rectangle {
  const width = Math.min(USUAL.width, screen.width)
  const height = Math.min(USUAL.height, screen.height)
  const x = screen.x + Math.floor((screen.width - width) / 2)
  return { x, y: screen.y + Math.floor((screen.height - height) / 2), width, height }
}
