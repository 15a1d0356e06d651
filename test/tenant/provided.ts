// What the global setups hand to tests by vitest's `inject`.
export interface ProvidedTenant {
  issuer: string
  audience: string
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The tenant; `tenantAt(issuer)` is its handle. For `worker` and `e2e`. */
    tenant: ProvidedTenant
    /** Where the app is. For `e2e`. */
    app: {
      /** What people open. Each test file opens a line there to the Worker (`e2e/line.ts`). */
      origin: string
      worker: string
    }
  }
}
