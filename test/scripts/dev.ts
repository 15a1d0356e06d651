// Runs the Worker and the app as `wrangler dev` does, for `npm start` and for the end-to-end tests.
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Settings } from './settings.ts'
import { startWrangler } from './wrangler.ts'

interface DevOptions {
  port: number
  settings: Settings
  /** Where the local data stands. */
  state: string
  /** Where the built app goes. */
  dist: string
  /** Each line that wrangler or the Worker says. */
  heard: (line: string) => void
}

/** A running Worker. */
export interface Dev {
  origin: string
  /** Resolves when it has ended, whoever ended it. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** Starts `wrangler dev` and waits until the API answers; throws with its last words when it does not. */
export async function startDev({ port, settings, state, dist, heard }: DevOptions): Promise<Dev> {
  mkdirSync(dist, { recursive: true })
  const words = [
    'dev',
    '--port',
    String(port),
    '--inspector-port',
    '0',
    '--show-interactive-dev-session=false',
  ]
  const places = ['--persist-to', state, '--assets', dist, '--env-file', writeVariables(state, settings)]
  const child = startWrangler([...words, ...places], { ...settings, STATE: state, DIST: dist })
  // Whatever happens to this process, nothing is left behind.
  const killAll = () => signal(child.pid, 'SIGKILL')
  process.once('exit', killAll)
  const last: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      last.push(line)
      if (last.length > 60) last.shift()
      heard(line)
    })
  }
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      process.off('exit', killAll)
      // Wrangler may be gone while workerd is not.
      killAll()
      resolve()
    }),
  )
  const dev: Dev = { origin: `http://localhost:${port}`, ended, stop: () => end(child, ended) }
  try {
    await answers(`${dev.origin}/api/health`, child)
  } catch (error) {
    await dev.stop()
    throw new Error(`${(error as Error).message}\n${last.join('\n')}`, { cause: error })
  }
  return dev
}

/** The Worker's variables as a file: wrangler then leaves .dev.vars alone, and no secret stands in a list of processes. */
function writeVariables(folder: string, settings: Settings): string {
  const file = join(folder, 'variables.env')
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
  writeFileSync(file, lines.join(''), { mode: 0o600 })
  return file
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error('wrangler dev ended before the API answered.')
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => null)
    if (answer?.ok) return
    const problem = answer && (await answer.json().catch(() => null))
    if (problem?.code === 'configuration.missing') {
      throw new Error(`The Worker lacks settings: ${problem.names.join(', ')} (see .dev.vars.example).`)
    }
    await pause(200)
  }
  throw new Error(`${address} did not answer within two minutes.`)
}

/** Ends the whole process group: wrangler, its build and workerd. */
async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  signal(child.pid, 'SIGTERM')
  await Promise.race([ended, pause(5000, undefined, { ref: false })])
  signal(child.pid, 'SIGKILL')
  await ended
}

function signal(group: number | undefined, name: NodeJS.Signals): void {
  if (group === undefined) return
  try {
    process.kill(-group, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
