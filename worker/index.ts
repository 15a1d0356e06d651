// The front door: middleware in order, the API's table, the app's shell for the app's addresses, and one onError.
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { guard } from './auth/guard.ts'
import { keyFinder } from './auth/keys.ts'
import { Refused } from './domain/problem.ts'
import { marker } from './domain/sync.ts'
import type { Env } from './env.ts'
import { problemResponse } from './problems.ts'
import { table } from './routes/table.ts'
import { sealUnder } from './seal.ts'
import { settingsOf } from './settings.ts'
import { shell } from './shell.ts'
import { dbFor, isPassing } from './store/db.ts'

const app = new Hono<Env>({ strict: true })

const secure = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: 'max-age=63072000; includeSubDomains',
})
// On every answer but the app's page, which brings the headers that the build wrote for it.
app.use(async (c, next) => {
  await next()
  if (!c.res.headers.has('content-security-policy')) await secure(c, async () => {})
})
app.use('/api/*', requestId({ limitLength: 64 }), async (c, next) => {
  c.header(marker, '1')
  c.header('cache-control', 'no-store')
  c.set('now', (await c.env.CLOCK?.now()) ?? Date.now())
  c.set('db', dbFor(c.env.DB))
  await next()
  // Devices measure their clocks by it; on a machine of one's own nobody else says the time.
  if (!c.res.headers.has('date')) c.header('date', new Date(c.var.now).toUTCString())
})
app.use(
  '/api/*',
  cors({
    origin: (origin, c) => (settingsOf(c.env).origins.has(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['authorization', 'content-type', 'dpop', 'if-match', 'if-none-match', 'idempotency-key'],
    exposeHeaders: ['etag', 'location', 'date', 'retry-after', 'www-authenticate', 'x-request-id', marker],
    maxAge: 600,
  }),
)
app.use('/api/*', async (c, next) => {
  const settings = settingsOf(c.env)
  c.set('settings', settings)
  c.set('seal', await sealUnder(settings.ledgerSecret))
  c.set(
    'keys',
    keyFinder(settings, c.var.db, c.var.now, (work) => c.executionCtx.waitUntil(work)),
  )
  await next()
})

for (const [method, path, need, handler] of table) app.on(method, `/api${path}`, guard(need), handler)

for (const path of new Set(table.map((row) => row[1]))) {
  const allowed = table.filter((row) => row[1] === path).map((row) => row[0])
  app.all(`/api${path}`, (c) => problemResponse(c, { code: 'method.unknown', allowed }))
}

app.all('/api/*', (c) => problemResponse(c, { code: 'route.unknown' }))
app.get('*', shell)
app.notFound((c) => problemResponse(c, { code: 'route.unknown' }))

app.onError((error, c) => {
  if (error instanceof Refused) return problemResponse(c, error.problem, error.current)
  console.error(c.get('requestId'), error)
  if (isPassing(error)) return problemResponse(c, { code: 'store.busy', retryAfter: 5 })
  return problemResponse(c, { code: 'fault' })
})

export default app
