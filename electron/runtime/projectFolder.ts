import { fileURLToPath } from 'node:url'

/** The root of the checkout: the folder that holds package.json, wherever the command was called from. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
