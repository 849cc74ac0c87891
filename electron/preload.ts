import { contextBridge, ipcRenderer, webUtils } from 'electron'

/**
 * The whole bridge: one function out, one stream in, and dropped files.
 *
 * It knows no call by name, for the check stands in the process that holds the
 * rights. A path never reaches the page: a dropped File's path goes straight to
 * the desktop, and a File that a script made up has none.
 */
contextBridge.exposeInMainWorld('host', {
  call: (name: string, input: unknown) => ipcRenderer.invoke('stet', name, input),
  listen: (heard: (told: unknown) => void) => {
    const pass = (_: unknown, told: unknown) => heard(told) // never the IPC event itself
    ipcRenderer.on('stet', pass)
    return () => void ipcRenderer.off('stet', pass)
  },
  drop: async (files: readonly File[]) => {
    const paths = files.map(file => webUtils.getPathForFile(file))
    return ipcRenderer.invoke('stet:drop', paths)
  },
})
