/** Colours of tags, made readable on either theme. Pure arithmetic (WCAG 2.x), so that it can be tested. */
export type Theme = 'light' | 'dark'

/** What the text stands on and is written with; the custom properties of the same names (`tokens.css`) say the same. */
export interface Paper {
  readonly paper: string
  readonly ink: string
  /** For what stands back: boilerplate, captions. Readable all the same. */
  readonly faint: string
  /** What lies under selected text. */
  readonly selection: string
  /** What lies under words that were searched for; under the one of them that is looked at, and what that is written with. */
  readonly hit: string
  readonly currentHit: string
  readonly onCurrentHit: string
}

export const papers: Readonly<Record<Theme, Paper>> = {
  light: {
    paper: '#fdfcf9',
    ink: '#24221e',
    faint: '#68645b',
    selection: '#d5d2f0',
    hit: '#fbe6a2',
    currentHit: '#f2b134',
    onCurrentHit: '#24221e',
  },
  dark: {
    paper: '#1d1c1a',
    ink: '#e6e1d7',
    faint: '#9f998d',
    selection: '#45416e',
    hit: '#574614',
    currentHit: '#f0c04a',
    onCurrentHit: '#1d1c1a',
  },
}

/** What WCAG asks of text (AA), of body text that is read for hours (AAA), and of lines and other graphics. */
export const TEXT_CONTRAST = 4.5
export const BODY_CONTRAST = 7
export const LINE_CONTRAST = 3

/** How many claims may lie over one another before the fill stops growing darker. */
export const LANES = 4
/** No fill is stronger than this, however much contrast is left: it is to be pale. */
const STRONGEST_TINT = 0.14

/** The contrast of two opaque colours, from 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const a = luminance(channels(one))
  const b = luminance(channels(other))
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/**
 * `colour`, or the nearest to it on the way to black or white that has at
 * least `minimum` contrast on `paper`. A minimum that not even those reach
 * gives the better of the two.
 */
export function inkOn(paper: string, colour: string, minimum: number): string {
  if (contrast(paper, colour) >= minimum) return colour
  const end = contrast(paper, '#000000') > contrast(paper, '#ffffff') ? '#000000' : '#ffffff'
  let least = 0
  let enough = 256
  while (enough - least > 1) {
    const middle = (least + enough) >> 1
    if (contrast(paper, over(colour, end, middle / 256)) >= minimum) enough = middle
    else least = middle
  }
  return over(colour, end, enough / 256)
}

/**
 * A translucent fill (`#rrggbbaa`) of `colour` that leaves `ink` at least
 * `minimum` contrast even where `layers` such fills lie over one another.
 */
export function tintOn(
  { paper, ink }: Pick<Paper, 'paper' | 'ink'>,
  colour: string,
  { layers = LANES, minimum = BODY_CONTRAST }: { layers?: number; minimum?: number } = {},
): string {
  for (let alpha = Math.round(STRONGEST_TINT * 255); alpha > 0; alpha--) {
    if (contrast(ink, tinted(paper, colour, alpha / 255, layers)) >= minimum) return colour + hex(alpha)
  }
  return `${colour}00`
}

/** What `paper` looks like under so many layers of a translucent fill (`#rrggbbaa`). */
export function paperUnder(paper: string, tint: string, layers = 1): string {
  return tinted(paper, tint.slice(0, 7), Number.parseInt(tint.slice(7), 16) / 255, layers)
}

function tinted(paper: string, colour: string, alpha: number, layers: number): string {
  let result = paper
  for (let i = 0; i < layers; i++) result = over(result, colour, alpha)
  return result
}

/** `top` laid over `bottom`, as a browser blends: channel by channel. */
function over(bottom: string, top: string, alpha: number): string {
  const below = channels(bottom)
  const mixed = channels(top).map((channel, i) => Math.round(channel * alpha + below[i]! * (1 - alpha)))
  return `#${mixed.map(hex).join('')}`
}

function luminance(rgb: readonly number[]): number {
  const [red, green, blue] = rgb.map(channel => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function channels(colour: string): number[] {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError(`Not a colour as #rrggbb: ${colour}`)
  return [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}
