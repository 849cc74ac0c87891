/**
 * Whether a line is Chromium talking to its makers about a machine without a message bus or a graphics
 * card, which is no concern of the person at the terminal. Anything else it says, fatal above all, is shown.
 */
export function isChromiumNoise(line: string): boolean {
  return /^\[\d+:\d+\/[\d.]+:(?:ERROR|WARNING):(?:bus|object_proxy|viz_main_impl|gpu_\w+|gl_\w+|angle_\w+|vaapi_wrapper|command_buffer_\w+)\.cc\b/.test(
    line,
  )
}
