import type { Role } from './entity.ts'

/**
 * What somebody was on a day (`2031-03-04`), or all that they ever were where
 * the day isn't known. A role that may or may not have been held then counts.
 */
export function rolesOn(roles: readonly Role[], day: string | null): readonly Role[] {
  if (day === null) return roles
  return roles.filter(({ from, to }) => isNotAfter(first(from), day) && isNotAfter(day, last(to)))
}

/** The first day that a date of EDTF may mean; '' for none. */
function first(date: string | undefined): string {
  return bare(date?.split('/')[0])
}

/** The last day that it may mean; '' for none. */
function last(date: string | undefined): string {
  return bare(date?.split('/').at(-1))
}

/** Only what is said for certain: `2031-XX-XX` is `2031`, `203X` is nothing. */
function bare(date: string | undefined): string {
  const certain = /^\d{4}(?:-\d{2})?(?:-\d{2})?/.exec(date ?? '')?.[0] ?? ''
  const season = Number(certain.slice(5, 7))
  return season > 12 ? certain.slice(0, 4) : certain
}

/** Compares as far as both say: March isn't after the fourth of March, nor before it. */
function isNotAfter(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) <= other.slice(0, length)
}
