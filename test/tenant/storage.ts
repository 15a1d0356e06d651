// Where the tenant keeps sessions, grants, codes, refresh tokens and its keys: one SQLite file, or memory in tests.
// It is also where the refresh-token policy lives that oidc-provider does not have: the overlap.
import { DatabaseSync } from 'node:sqlite'
import type { Adapter, AdapterPayload } from 'oidc-provider'

const schema = `
  CREATE TABLE IF NOT EXISTS records (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL,
    "grant" TEXT, account TEXT, uid TEXT, expires INTEGER, consumed INTEGER,
    PRIMARY KEY (model, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS records_of_grant ON records ("grant");
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`

/** How long a consumed refresh token still answers, in milliseconds; 0 is rotation without grace. */
type Overlap = () => number

/** The tenant's memory. `file` is a path, or `:memory:`. */
export function openStorage(file: string) {
  const db = new DatabaseSync(file)
  // The scripts may start a second tenant on the same file while the first one still closes.
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL;')
  db.exec(schema)
  db.prepare('DELETE FROM records WHERE expires < ?').run(Date.now())

  return {
    /** A value made once and kept, e.g. the signing keys. */
    async setting<Value>(name: string, make: () => Value | Promise<Value>): Promise<Value> {
      const found = db.prepare('SELECT value FROM settings WHERE name = ?').get(name)
      if (found) return JSON.parse(String(found['value']))
      const value = await make()
      db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run(name, JSON.stringify(value))
      return value
    },

    /** Ends every session and grant of an account: its next refresh answers `invalid_grant`. */
    forget(account: string): void {
      db.prepare(
        'DELETE FROM records WHERE account = ? OR "grant" IN (SELECT id FROM records WHERE account = ?)',
      ).run(account, account)
    },

    close(): void {
      db.close()
    },

    adapter(overlap: Overlap): (model: string) => Adapter {
      return (model) => recordsOf(db, model, overlap)
    },
  }
}

export type Storage = ReturnType<typeof openStorage>

function recordsOf(db: DatabaseSync, model: string, overlap: Overlap): Adapter {
  const find = (column: 'id' | 'uid', value: string): AdapterPayload | undefined => {
    const row = db
      .prepare(`SELECT payload, expires, consumed FROM records WHERE model = ? AND ${column} = ?`)
      .get(model, value)
    if (!row) return undefined
    if (typeof row['expires'] === 'number' && row['expires'] < Date.now()) return undefined
    const payload: AdapterPayload = JSON.parse(String(row['payload']))
    if (typeof row['consumed'] !== 'number') return payload
    const forgiven = model === 'RefreshToken' && Date.now() < row['consumed'] + overlap()
    return forgiven ? payload : { ...payload, consumed: Math.floor(row['consumed'] / 1000) }
  }

  return {
    async upsert(id, payload, expiresIn) {
      const expires = expiresIn ? Date.now() + expiresIn * 1000 : null
      db.prepare(
        `INSERT INTO records (model, id, payload, "grant", account, uid, expires) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET payload = excluded.payload, "grant" = excluded."grant",
           account = excluded.account, uid = excluded.uid, expires = excluded.expires`,
      ).run(
        model,
        id,
        JSON.stringify(payload),
        payload.grantId ?? null,
        payload.accountId ?? null,
        payload.uid ?? null,
        expires,
      )
    },
    find: async (id) => find('id', id),
    findByUid: async (uid) => find('uid', uid),
    findByUserCode: async () => undefined,

    async consume(id) {
      // The first use counts, or an overlap could be stretched for ever.
      db.prepare('UPDATE records SET consumed = coalesce(consumed, ?) WHERE model = ? AND id = ?').run(
        Date.now(),
        model,
        id,
      )
    },
    async destroy(id) {
      db.prepare('DELETE FROM records WHERE model = ? AND id = ?').run(model, id)
    },
    async revokeByGrantId(grant) {
      db.prepare('DELETE FROM records WHERE model = ? AND "grant" = ?').run(model, grant)
    },
  }
}
