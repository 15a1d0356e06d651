// `npx drizzle-kit generate --config worker/store/drizzle.config.ts` drafts a migration; a person reads and finishes it.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './worker/store/schema.ts', out: './migrations' })
