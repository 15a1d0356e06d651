// `npm run deploy`: database, migrations, secret, build and Worker, in that order, on the operator's account.
// Settings stand in .deploy.vars, which is never committed. `-- --dry-run` does what can be done without an account.
import { parseArgs } from 'node:util'
import { checkSettings, checkTenant } from './deploy-checks.ts'
import { ensureDatabase, ensureSecret } from './deploy-account.ts'
import { readSettings, type Settings, workerSettings } from './settings.ts'
import { wrangler } from './wrangler.ts'

const file = '.deploy.vars'
const { values: wish } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    location: { type: 'string' },
    jurisdiction: { type: 'string' },
  },
})

try {
  await deploy(readSettings(file))
} catch (error) {
  console.error(`\n${(error as Error).message}`)
  process.exitCode = 1
}

async function deploy(settings: Settings): Promise<void> {
  const problems = checkSettings(settings, file)
  if (problems.length > 0)
    throw new Error(`Not deployed:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  for (const remark of await checkTenant(settings)) console.log(`Note: ${remark}`)

  // The build that wrangler starts reads the same settings, and none of .dev.vars.
  Object.assign(process.env, settings, { SETTINGS: file })
  delete process.env['DIST']
  if (wish['dry-run']) return dryRun(settings)

  if (/not authenticated/i.test(wrangler(['whoami']).output))
    throw new Error(
      'Cloudflare does not know you here. Run `npx wrangler login` first, or set CLOUDFLARE_API_TOKEN.',
    )
  await ensureDatabase(wish)
  run('The migrations could not be applied.', ['d1', 'migrations', 'apply', 'DB', '--remote'])
  await ensureSecret('LEDGER_SECRET')
  const domain = settings.APP_DOMAIN ? ['--domain', settings.APP_DOMAIN] : []
  run('The Worker could not be deployed.', ['deploy', ...variables(settings), ...domain])
}

function dryRun(settings: Settings): void {
  run('The Worker could not be built.', [
    'deploy',
    '--dry-run',
    '--outdir',
    '.wrangler/dry-run',
    ...variables(settings),
  ])
  console.log(
    [
      '',
      'Dry run: the settings, the build, the bundle and the bindings are good.',
      'Not checked, because that needs the account: whether you are logged in, whether the database exists and where,',
      `whether the migrations apply to it, whether LEDGER_SECRET is set${settings.APP_DOMAIN ? `, whether ${settings.APP_DOMAIN} is yours` : ''}.`,
    ].join('\n'),
  )
}

function variables(settings: Settings): string[] {
  return workerSettings.flatMap((name) => (settings[name] ? ['--var', `${name}:${settings[name]}`] : []))
}

function run(complaint: string, words: string[]): void {
  if (!wrangler(words, { shown: true }).ok) throw new Error(`${complaint} Nothing after this step was done.`)
}
