/**
 * How many milliseconds of the processor this process has had: the difference of two is what something costs,
 * however busy the machine is with something else.
 */
export function spentMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
