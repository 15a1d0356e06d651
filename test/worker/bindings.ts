// What the tests' Worker is bound to: the real bindings, and the migrations.
import type { D1Migration } from 'cloudflare:test'
import type { Bindings } from '../../worker/env.ts'

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      MIGRATIONS: D1Migration[]
    }
  }
}
