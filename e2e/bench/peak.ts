import { writeFileSync } from 'node:fs'

// Loaded before a command that is measured: as it ends, what the system says of its process, workers and all, goes into a file.
const file = process.env['STET_BENCH_PEAK']
if (file)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    writeFileSync(file, JSON.stringify({ peakBytes: maxRSS * 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 }))
  })
