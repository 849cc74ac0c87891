/**
 * Whether counts are hidden where names are: how much two annotators have says whose it is. Of two annotators in all,
 * what stands for everybody is what these two have. Every view, and every file that is written of one, asks this.
 */
export function hidesCounts(isBlind: boolean, annotators: number, pair: object | null): boolean {
  return isBlind && (pair !== null || annotators <= 2)
}
