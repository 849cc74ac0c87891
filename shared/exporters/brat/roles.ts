/**
 * brat numbers a role that an event has several times: `Org-Arg`, `Org-Arg2`,
 * `Org-Arg3`. A number is one only where the role stands before it, and with
 * the number before: `Arg1` without an `Arg` is a name.
 */

/** The roles of one event without such numbers, in their order. */
export function unnumbered(written: readonly string[]): string[] {
  const times = new Map<string, number>()
  return written.map(name => {
    const parts = /^(.*\D)(\d+)$/.exec(name)
    const role = parts && (times.get(parts[1]!) ?? 0) + 1 === Number(parts[2]) && parts[2] !== '1' ? parts[1]! : name
    times.set(role, (times.get(role) ?? 0) + 1)
    return role
  })
}

/** The roles of one event as brat has them. `withoutNumber` gives another name to a role that ends with a digit, where it would be misread. */
export function numbered(roles: readonly string[], withoutNumber: (role: string) => string): string[] {
  const written = inNumbers(roles)
  const isRead = unnumbered(written).every((role, i) => role === roles[i])
  return isRead ? written : inNumbers(roles.map(role => (/\d$/.test(role) ? withoutNumber(role) : role)))
}

function inNumbers(roles: readonly string[]): string[] {
  const times = new Map<string, number>()
  return roles.map(role => {
    const time = (times.get(role) ?? 0) + 1
    times.set(role, time)
    return time === 1 ? role : `${role}${time}`
  })
}
