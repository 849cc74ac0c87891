import { type FuseV1Config, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/**
 * What a packaged Stet can't be talked into, whatever its environment and its
 * arguments say: being Node, loading code from elsewhere, being debugged.
 * (The archive's integrity can be checked on macOS and Windows alone.)
 */
export const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const satisfies Partial<FuseV1Config<boolean>>

/** Sets the fuses in an Electron's executable. */
export async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, { version: FuseVersion.V1, ...fuses })
}

/** How a fuse that is on stands in the executable: the character 1. */
const ON = '1'.charCodeAt(0)

/** The fuses as they stand in an executable, of those that we set, by their numbers. */
export async function readFuses(executable: string): Promise<Record<string, boolean>> {
  const wire: Record<string, unknown> = { ...(await getCurrentFuseWire(executable)) }
  return Object.fromEntries(Object.keys(fuses).map(name => [name, wire[name] === ON]))
}
