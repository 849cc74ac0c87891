/** What is written behind `stet` says nothing to us; the message is a sentence for whoever wrote it. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}
