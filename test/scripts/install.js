// First of every npm script: installs what is missing, then runs the script that is named with a Node that is new
// enough. Plain JavaScript without dependencies, because it runs before there are any, on Node 20 too.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
// The Node that comes as a package, where there is one. By its own folder: npm 10 does not link it into .bin.
const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin')
process.env.PATH = [packaged, bin, process.env.PATH].join(delimiter)

if (!isInstalled()) install()
run(newEnoughNode(), process.argv.slice(2))

/** npm writes this file last; it is younger than the lock file when the two agree. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  )
}

function install() {
  console.log('Installing what is missing (npm ci) ...')
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }
  const result = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--loglevel=error'], options)
    : spawnSync('npm', ['ci', '--loglevel=error'], { ...options, shell: process.platform === 'win32' })
  if (result.status === 0) return
  fail('npm ci failed, see above. Is the network there? Run it by hand, then try again.')
}

/** The packaged Node where there is one, else the one that runs this. Strips types: 22.18. */
function newEnoughNode() {
  const node = join(packaged, 'node')
  if (spawnSync(node, ['--version']).status === 0) return node
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  return fail(
    `Timesheets needs Node 22.18 or newer here; this is ${process.version}, and no Node is packaged for ${process.platform} on ${process.arch}.`,
  )
}

function run(node, [script, ...words]) {
  const child = spawn(node, [join(root, script), ...words], { cwd: root, stdio: 'inherit' })
  // The terminal sends Ctrl-C to the child as well; whoever ends this process alone means the child too.
  const end = () => child.kill('SIGTERM')
  process.on('SIGINT', () => {})
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
  // npm hands a SIGTERM to its shell, and the shell to nobody: then all that is left to notice is another parent.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && end(), 500).unref()
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

function fail(message) {
  console.error(message)
  return process.exit(1)
}
