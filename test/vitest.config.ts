// Five projects, by where the code under test runs: anywhere, in workerd, on a device, in our own tools, in a browser.
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { unstable_readConfig } from 'wrangler'
import { app, machine } from './tenant/cast.ts'
import type { ProvidedTenant } from './tenant/provided.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const {
  main = '',
  compatibility_date,
  compatibility_flags,
} = unstable_readConfig({ config: `${root}wrangler.toml` })

export default defineConfig({
  root,
  test: {
    // On by default, and workerd cannot read it: it sees no files of this machine.
    fsModuleCache: false,
    projects: [
      { extends: true, test: { name: 'domain', include: ['test/domain/**/*.test.ts'] } },
      {
        extends: true,
        plugins: [
          cloudflareTest(async ({ inject }) => {
            const tenant = inject<ProvidedTenant>('tenant')
            return {
              main,
              // Not `wrangler.configPath`: with it the operator's .dev.vars would leak into the tests.
              miniflare: {
                compatibilityDate: compatibility_date,
                compatibilityFlags: compatibility_flags,
                d1Databases: ['DB'],
                assets: { binding: 'ASSETS', directory: `${root}web/public` },
                bindings: {
                  MIGRATIONS: await readD1Migrations(`${root}migrations`),
                  ISSUER: tenant.issuer,
                  AUDIENCE: tenant.audience,
                  CLIENT_ID: app,
                  MACHINES: machine.id,
                  ORIGINS: 'https://other.abc.example',
                  LEDGER_SECRET: 'a secret of the tests, 32 bytes or more',
                },
              },
            }
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          globalSetup: ['test/tenant/global.ts'],
          setupFiles: ['test/worker/setup.ts'],
          // A hundred thousand entries take their time to write on a busy machine.
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: { name: 'web', include: ['test/web/**/*.test.{ts,tsx}'] },
      },
      { extends: true, test: { name: 'tools', include: ['test/{tenant,scripts}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/global.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
