/** A value as `--json` prints it: one object and nothing else. */
export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
