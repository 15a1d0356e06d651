// Builds the page and the service worker, and writes the headers that the static files are served with.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Plugin, defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const issuer = process.env['ISSUER'] ?? ''
const dist = process.env['DIST'] ?? fileURLToPath(new URL('dist', import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: dist,
    emptyOutDir: true,
    // Every browser that has the platform's parts we use can load modules by itself.
    modulePreload: { polyfill: false },
    // The policy allows no data: styles or fonts.
    assetsInlineLimit: 0,
    sourcemap: true,
  },
  plugins: [
    tenant(),
    VitePWA({
      strategies: 'injectManifest',
      filename: 'sw.js',
      manifest: false,
      injectRegister: false,
      integration: {
        configureCustomSWViteBuild(options) {
          // The source stands at sw/index.ts, the result must be at /sw.js to rule the whole origin.
          const { rollupOptions } = options.build ?? {}
          if (!rollupOptions) throw new Error('vite-plugin-pwa builds the service worker in another way now')
          rollupOptions.input = fileURLToPath(new URL('sw/index.ts', import.meta.url))
          rollupOptions.output = { entryFileNames: 'sw.mjs', codeSplitting: false }
          options.logLevel = 'error'
        },
      },
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,png,webmanifest}'],
        // Pictures for the install dialog, needed once and online.
        globIgnores: ['sw.js', 'screenshots/**'],
      },
    }),
  ],
})

/** Puts the tenant into the page, so that its revision in the precache changes with it, and into the headers. */
function tenant(): Plugin {
  return {
    name: 'timesheets:tenant',
    apply: 'build',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace('%TENANT%', issuer) },
    writeBundle() {
      mkdirSync(dist, { recursive: true })
      writeFileSync(`${dist}/_headers`, headers())
    },
  }
}

/** Cloudflare's `_headers`: the same policy on every file, and how long each kind may be kept. */
function headers(): string {
  const everywhere = {
    'Content-Security-Policy': policy(),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  }
  const asked = { 'Cache-Control': 'no-cache' }
  return [
    rule('/*', everywhere),
    rule('/', asked),
    rule('/index.html', asked),
    rule('/sw.js', asked),
    rule('/manifest.webmanifest', asked),
    // Their names carry a hash of their content.
    rule('/assets/*', { 'Cache-Control': 'public, max-age=31536000, immutable' }),
  ].join('\n')
}

function rule(path: string, fields: Record<string, string>): string {
  return [path, ...Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
}

function policy(): string {
  const origins = [issuer, ...(process.env['TENANT_ORIGINS'] ?? '').split(/[\s,]+/)].filter(
    (address) => address,
  )
  const tenants = [...new Set(origins.map((address) => new URL(address).origin))].join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${tenants}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types timesheets',
  ].join('; ')
}
