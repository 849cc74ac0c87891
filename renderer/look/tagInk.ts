import { inkOn, papers, TEXT_CONTRAST, tintOn } from '../../shared/codebook/colours.ts'

const inks = new Map<string, { readonly ink: string; readonly tint: string }>()

/** A tag's colour as both themes need it: an ink that can be read, and the pale fill. As values of CSS. */
export function tagInk(colour: string): { readonly ink: string; readonly tint: string } {
  const known = inks.get(colour)
  if (known) return known
  const { light, dark } = papers
  const made = {
    ink: `light-dark(${inkOn('#eae7e0', colour, TEXT_CONTRAST)}, ${inkOn('#2d2b42', colour, TEXT_CONTRAST)})`,
    tint: `light-dark(${tintOn(light, colour)}, ${tintOn(dark, colour)})`,
  }
  inks.set(colour, made)
  return made
}
