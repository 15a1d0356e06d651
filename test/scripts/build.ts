// Builds the app into web/dist: `npm run build`, and the [build] command of wrangler.toml.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { applyLocalMigrations } from './migrations.ts'
import { readSettings, root } from './settings.ts'

const settings = readSettings(process.env['SETTINGS'] ?? '.dev.vars')
if (!settings.ISSUER) {
  console.error(
    'ISSUER is not set, and the app must know its tenant when it is built. `npm start` brings a tenant along;' +
      ' for a real one copy .dev.vars.example to .dev.vars and fill it in.',
  )
  process.exit(1)
}
// A test runner's NODE_ENV must not make a development build.
Object.assign(process.env, settings, { NODE_ENV: 'production' })

// Under `wrangler dev` alone nobody else brings the database up to date.
if (process.env['WRANGLER_COMMAND'] === 'dev') applyLocalMigrations()
process.chdir(root)
await build({
  configFile: fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url)),
  logLevel: process.env['WRANGLER_COMMAND'] ? 'warn' : 'info',
})
