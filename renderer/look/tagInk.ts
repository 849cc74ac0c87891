import { inkOn, papers, paperUnder, TEXT_CONTRAST, tintOn } from '../../shared/codebook/colours.ts'

const inks = new Map<string, { readonly ink: string; readonly tint: string }>()

/** The grounds of rows that are chosen (`--chosen`): of all that tags stand on, the nearest to their inks. */
const grounds = { light: '#e4e2f1', dark: '#2d2b42' }

/** A tag's colour as both themes need it: an ink that can be read, and the pale fill. As values of CSS. */
export function tagInk(colour: string): { readonly ink: string; readonly tint: string } {
  const known = inks.get(colour)
  if (known) return known
  const tints = { light: tintOn(papers.light, colour), dark: tintOn(papers.dark, colour) }
  const inkOver = (ground: string, tint: string) => inkOn(paperUnder(ground, tint), colour, TEXT_CONTRAST)
  const made = {
    ink: `light-dark(${inkOver(grounds.light, tints.light)}, ${inkOver(grounds.dark, tints.dark)})`,
    tint: `light-dark(${tints.light}, ${tints.dark})`,
  }
  inks.set(colour, made)
  return made
}
