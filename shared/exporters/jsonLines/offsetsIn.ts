import type { Offsets } from '../../sidecar/fileForm.ts'
import type { Ruler, Unit } from '../../text/ruler.ts'

/** The form of sidecars counts code points; a dataset counts what was chosen. */
export function offsetsIn(ruler: Ruler, unit: Unit): Offsets {
  return {
    toCodePoint: offset => ruler.fromUtf16(offset, unit),
    toUtf16: offset => ruler.toUtf16(offset, unit),
  }
}
