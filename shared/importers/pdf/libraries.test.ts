import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { projectFolder } from '../../../electron/runtime/projectFolder.ts'

test('reading a PDF loads nothing native, makes no code, and leaves the platform as it was', () => {
  const code = `
    const platform = () => [RegExp, process.getBuiltinModule, JSON.parse, JSON.stringify, Array.prototype.push, globalThis.self]
    const before = platform()
    const { pdf } = await import('./shared/importers/pdf.ts')
    const { writePdf } = await import('./e2e/writePdf.ts')
    const { text } = await pdf.read(writePdf([[{ x: 70, y: 100, text: 'The harbour is closed.' }]]))
    const native = process.report.getReport().sharedObjects.filter(name => name.endsWith('.node') && !/esbuild/.test(name))
    const drawing = ['DOMMatrix', 'ImageData', 'Path2D'].filter(name => name in globalThis)
    console.log(JSON.stringify({ text, native, drawing, same: platform().every((one, i) => one === before[i]) }))`
  const switches = ['--disallow-code-generation-from-strings', '--import', 'tsx', '--input-type=module', '-e', code]
  const said = execFileSync(process.execPath, switches, { cwd: projectFolder, encoding: 'utf8' })
  expect(JSON.parse(said)).toEqual({ text: 'The harbour is closed.\n', native: [], drawing: [], same: true })
})
