/** The part of a failed check that says what is wrong where. */
interface Misfit {
  readonly issues: readonly {
    readonly code?: string | undefined
    readonly path: readonly PropertyKey[]
    readonly keys?: readonly string[]
  }[]
}

/** Why a value doesn't fit the contract, without the value: where, and what kind of thing is wrong there. */
export function misfit(what: string, { issues }: Misfit): Error {
  const places = issues.slice(0, 5).map(({ code, path, keys = [] }) => {
    return [path.map(String).join('.'), code, ...keys].join(' ')
  })
  return new TypeError(`${what} does not fit the contract: ${places.join(', ')}`)
}
