import { contrast, inkOn, LINE_CONTRAST, papers, type Theme } from './colours.ts'

/** Ways of seeing colours that this program looks through. */
export const visions = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'] as const
export type Vision = (typeof visions)[number]

/** The colours of Okabe and Ito that colour-blind people tell apart, black and yellow left out: neither is seen on every paper. */
export const okabeIto = ['#0072b2', '#009e73', '#d55e00', '#cc79a7', '#56b4e9', '#e69f00', '#6f6f6f'] as const

/** Colours nearer than this (OKLab) are taken for one another when they stand apart on a page. */
export const NEAREST = 0.075

/** How a colour stands on one paper. */
export interface Standing {
  readonly theme: Theme
  /** Of the colour itself, from 1 to 21. */
  readonly contrast: number
  /** Whether lines of it can be seen as they are. */
  readonly isEnough: boolean
  /** What lines are drawn with on that paper: the colour, or the nearest one that can be seen. */
  readonly ink: string
}

/** How a colour stands on light and on dark paper. */
export function standingsOf(colour: string): readonly Standing[] {
  return (Object.keys(papers) as Theme[]).map(theme => {
    const { paper } = papers[theme]
    const found = contrast(paper, colour)
    return { theme, contrast: found, isEnough: found >= LINE_CONTRAST, ink: inkOn(paper, colour, LINE_CONTRAST) }
  })
}

/** A way of seeing in which two colours look alike; undefined where they can be told apart by everybody. */
export function confusionOf(one: string, other: string): Vision | undefined {
  return visions.find(vision => distance(seenBy(one, vision), seenBy(other, vision)) < NEAREST)
}

type Triple = readonly [number, number, number]

/** What stands for the missing cones (Machado, Oliveira and Fernandes 2009, severity 1), in linear RGB. */
const lenses: Readonly<Record<Exclude<Vision, 'usual'>, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function seenBy(colour: string, vision: Vision): Triple {
  const rgb = [1, 3, 5].map(at => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as unknown as Triple
  if (vision === 'usual') return rgb
  return lenses[vision].map(row => clamp(times(row, rgb))) as unknown as Triple
}

function distance(one: Triple, other: Triple): number {
  const a = okLab(one)
  const b = okLab(other)
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

function okLab(rgb: Triple): Triple {
  const long = Math.cbrt(times([0.4122214708, 0.5363325363, 0.0514459929], rgb))
  const middle = Math.cbrt(times([0.2119034982, 0.6806995451, 0.1073969566], rgb))
  const short = Math.cbrt(times([0.0883024619, 0.2817188376, 0.6299787005], rgb))
  const cones: Triple = [long, middle, short]
  return [
    times([0.2104542553, 0.793617785, -0.0040720468], cones),
    times([1.9779984951, -2.428592205, 0.4505937099], cones),
    times([0.0259040371, 0.7827717662, -0.808675766], cones),
  ]
}

function times(row: Triple, column: Triple): number {
  return row[0] * column[0] + row[1] * column[1] + row[2] * column[2]
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function clamp(part: number): number {
  return Math.max(0, Math.min(1, part))
}
