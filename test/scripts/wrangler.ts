// Runs wrangler with this project's Node, and without its small talk.
import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './settings.ts'

const script = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'bin',
  'wrangler.js',
)

const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  // Local requests get a placeholder for `Request.cf` instead of a warning that cloudflare.com cannot be reached.
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}

interface Ran {
  ok: boolean
  output: string
}

/** Runs one command of wrangler to its end. `shown` lets it talk to the terminal; otherwise its words are returned. */
export function wrangler(
  words: string[],
  { shown = false, input }: { shown?: boolean; input?: string } = {},
): Ran {
  const stdio: StdioOptions = [
    input === undefined ? 'inherit' : 'pipe',
    shown ? 'inherit' : 'pipe',
    shown ? 'inherit' : 'pipe',
  ]
  const result = spawnSync(process.execPath, [script, ...words], {
    cwd: root,
    encoding: 'utf8',
    stdio,
    env: { ...process.env, ...quiet, ...(shown ? {} : { CI: '1' }) },
    ...(input === undefined ? {} : { input }),
  })
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}` }
}

/** Starts a command of wrangler that does not end, in a process group of its own, so that it can be ended as a whole. */
export function startWrangler(words: string[], environment: NodeJS.Dict<string>): ChildProcess {
  return spawn(process.execPath, [script, ...words], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...quiet, ...environment },
  })
}
