import type * as z from 'zod'

/** What could be read, and whether anything could not. */
export interface Salvaged {
  readonly value: Record<string, unknown>
  readonly damaged: boolean
}

/**
 * The fields of a JSON text that are as they should be, the defaults of those
 * that aren't, and everything else as it stands. No text at all is a first
 * start and not a damage.
 */
export function salvage<S extends z.ZodRawShape>(schema: z.ZodObject<S>, text: string | null): Salvaged {
  const found = text === null ? {} : parse(text)
  const value: Record<string, unknown> = { ...found }
  let damaged = found === null
  for (const [key, field] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const checked = field.safeParse(value[key])
    if (!checked.success) damaged = true
    value[key] = checked.success ? checked.data : field.parse(undefined)
  }
  return { value, damaged }
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
