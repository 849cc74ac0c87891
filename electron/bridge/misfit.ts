import type * as z from 'zod'

/** Why a value doesn't fit the contract, without the value: where, and what kind of thing is wrong there. */
export function misfit(what: string, { issues }: z.ZodError): Error {
  const places = issues.slice(0, 5).map(issue => {
    const keys = issue.code === 'unrecognized_keys' ? ` ${issue.keys.join(' ')}` : ''
    return `${issue.path.map(String).join('.')} ${issue.code}${keys}`
  })
  return new TypeError(`${what} does not fit the contract: ${places.join(', ')}`)
}
