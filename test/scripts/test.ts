// `npm test`: every part in turn, with its time; stops at the first that fails. Words name parts: `npm test lint web`.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { browserOrInstall } from './browser.ts'
import { type Part, parts } from './parts.ts'
import { root } from './settings.ts'

interface Result {
  name: string
  seconds: number
  passed: number
  failed: number
}

const output = join(root, 'test', 'output')
const wanted = process.argv.slice(2)
const unknown = wanted.filter((word) => !parts.some(({ name }) => name === word))
if (unknown.length > 0) {
  console.error(
    `There is no part called ${unknown.join(', ')}; there are ${parts.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(1)
}

const chosen = parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const results: Result[] = []
mkdirSync(output, { recursive: true })
for (const part of chosen) {
  const result = await run(part)
  results.push(result)
  if (result.failed > 0) break
}
report()

async function run(part: Part): Promise<Result> {
  console.log(`\n── ${part.name} ${'─'.repeat(60 - part.name.length)}`)
  const begun = performance.now()
  const since = () => (performance.now() - begun) / 1000
  try {
    if (part.name === 'e2e') process.env['BROWSER_PATH'] = browserOrInstall()
    const file = join(output, `${part.name}.json`)
    rmSync(file, { force: true })
    const counting = part.counts ? ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : []
    const ok = await ended(part.command, [...part.words, ...counting])
    const counted = part.counts ? countsOf(file) : { passed: Number(ok), failed: Number(!ok) }
    // A run that broke down before its first test has counted nothing, and has failed.
    return {
      name: part.name,
      seconds: since(),
      ...counted,
      failed: ok ? counted.failed : Math.max(1, counted.failed),
    }
  } catch (error) {
    console.error((error as Error).message)
    return { name: part.name, seconds: since(), passed: 0, failed: 1 }
  }
}

/** Whether the command ended well. It runs from node_modules/.bin, which install.js has put first in the PATH. */
async function ended(command: string, words: string[]): Promise<boolean> {
  const child = spawn(command, words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  const stop = () => child.kill('SIGTERM')
  process.once('SIGTERM', stop)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  process.off('SIGTERM', stop)
  return code === 0
}

function countsOf(file: string): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

function report(): void {
  const sum = (count: (result: Result) => number) =>
    results.reduce((total, result) => total + count(result), 0)
  const line = (name: string, seconds: number, rest: string) =>
    console.log(`${name.padEnd(10)}${seconds.toFixed(1).padStart(8)} s   ${rest}`)
  console.log(`\n${'─'.repeat(64)}`)
  for (const { name, seconds, passed, failed } of results) {
    line(name, seconds, failed > 0 ? `FAILED (${passed} passed, ${failed} failed)` : `${passed} passed`)
  }
  const left = chosen.slice(results.length).map(({ name }) => name)
  line(
    'all',
    sum(({ seconds }) => seconds),
    left.length > 0 ? `not run after the failure: ${left.join(', ')}` : '',
  )

  const failed = sum((result) => result.failed)
  console.log(`\n${sum((result) => result.passed)} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}
