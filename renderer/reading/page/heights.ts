/**
 * The heights of many things that stand on one another, and where each of them
 * begins. A Fenwick tree: changing a height, summing up to one and finding the
 * one at a place cost the logarithm of their number. CSS pixels.
 */
export class Heights {
  private values: Float64Array
  private readonly tree: Float64Array

  constructor(values: Float64Array) {
    this.values = values
    this.tree = new Float64Array(values.length + 1)
    this.fill(values)
  }

  get count(): number {
    return this.values.length
  }

  get total(): number {
    return this.top(this.count)
  }

  height(index: number): number {
    return this.values[index]!
  }

  /** Replaces all heights; as many as there were. */
  fill(values: Float64Array): void {
    if (values.length !== this.tree.length - 1) throw new RangeError(`${values.length} heights for ${this.count}`)
    this.values = values
    this.tree.fill(0)
    for (let i = 1; i < this.tree.length; i++) {
      this.tree[i]! += values[i - 1]!
      const parent = i + (i & -i)
      if (parent < this.tree.length) this.tree[parent]! += this.tree[i]!
    }
  }

  set(index: number, height: number): void {
    const difference = height - this.values[index]!
    this.values[index] = height
    for (let i = index + 1; i < this.tree.length; i += i & -i) this.tree[i]! += difference
  }

  /** Where `index` begins: the sum of all heights before it. */
  top(index: number): number {
    let sum = 0
    for (let i = index; i > 0; i -= i & -i) sum += this.tree[i]!
    return sum
  }

  /** The one at `y`: the last that begins at or before it. The first for what lies above, the last for what lies below. */
  at(y: number): number {
    let index = 0
    let left = y
    for (let step = 2 ** Math.floor(Math.log2(this.count || 1)); step >= 1; step /= 2) {
      const next = index + step
      if (next < this.tree.length && this.tree[next]! <= left) {
        index = next
        left -= this.tree[next]!
      }
    }
    return Math.min(index, this.count - 1)
  }
}
