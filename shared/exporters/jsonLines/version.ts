/** What the first line says that it is, and the version that is written and read here. */
export const FORMAT = 'stet-dataset'
export const FORMAT_VERSION = 1
