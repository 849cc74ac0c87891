/** Browsers lay out nothing beyond 33 million CSS pixels; a 64 MB article is taller. */
const TALLEST = 16_000_000

/**
 * How the place in the article (`y`, from its top) and the scroll bar's
 * (`top`) belong together, in CSS pixels.
 *
 * At rest they are the same, or in proportion where the article is taller than
 * a browser can lay out. In motion they may drift apart by `shift`: when a
 * height above the eye turns out differently, the text stays where it is and
 * the scroll bar's place is set right when the motion ends, for setting it in
 * the middle of a wheel's or thumb's motion breaks the motion.
 */
export class Scale {
  private readonly tallest: number
  private shift = 0

  constructor(tallest = TALLEST) {
    this.tallest = tallest
  }

  /** How tall the element must be that the scroll bar measures. */
  canvas(total: number): number {
    return total > this.tallest ? this.tallest : Math.max(0, total - this.shift)
  }

  /** Where something at `y` stands in that element. */
  inCanvas(y: number): number {
    return y - this.shift
  }

  y(top: number): number {
    return top + this.shift
  }

  /** The motion goes on: `y` stands at `top`. */
  drift(y: number, top: number): void {
    this.shift = y - top
  }

  /** Where the scroll bar would stand at rest. */
  restingTop(y: number, total: number, viewport: number): number {
    return y * this.ratio(total, viewport)
  }

  /** Where in the article a scroll bar stands that jumped to `top`. */
  jumpedTo(top: number, total: number, viewport: number): number {
    return top / this.ratio(total, viewport)
  }

  private ratio(total: number, viewport: number): number {
    return total > this.tallest ? (this.tallest - viewport) / (total - viewport) : 1
  }
}
