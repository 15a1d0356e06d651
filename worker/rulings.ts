// The verdicts of one request on their way into the ledger: chained, sealed, and each change id answered once.
import type { Row } from './domain/book.ts'
import { AnyRefusal, type Refusal } from './domain/problem.ts'
import { Row as RowSchema, type Verdict } from './domain/sync.ts'
import * as v from 'valibot'
import { thingOf } from './domain/change.ts'
import type { Item } from './intake.ts'
import type { Seal } from './seal.ts'
import type { Head, Move } from './store/chains.ts'
import type { LedgerRecord, LedgerRow } from './store/ledger.ts'

/** Who asked, with which client, and when (an instant); the same for all verdicts of a request. */
export interface Circumstances {
  actor: string
  client: string
  received: string
}

export type Ruling = { row: Row; was: string | null } | { problem: Refusal; was: string | null }

type Known = Pick<LedgerRecord, 'chain' | 'change'>
const keyOf = ({ chain, change }: Known) => `${chain} ${change}`

export class Rulings {
  /** What is to be appended to the ledger, in order. */
  readonly rows: LedgerRow[] = []
  readonly #left = new Map<string, Row>()
  readonly #known: Map<string, LedgerRecord | LedgerRow>
  readonly #heads: Map<string, Head>
  readonly #read: readonly Head[]
  readonly #seal: Seal
  readonly #circumstances: Circumstances

  constructor(
    heads: readonly Head[],
    known: readonly LedgerRecord[],
    seal: Seal,
    circumstances: Circumstances,
  ) {
    this.#read = heads
    this.#heads = new Map(heads.map((head) => [head.id, head]))
    this.#known = new Map(known.map((row) => [keyOf(row), row]))
    this.#seal = seal
    this.#circumstances = circumstances
  }

  /** Whether this change already has a verdict, from an earlier request or from earlier in this one. */
  has = ({ chain, id }: Item) => this.#known.has(keyOf({ chain, change: id }))

  /** Enters the verdict on a change that has none. */
  async enter(item: Item, ruling: Ruling): Promise<void> {
    const head = this.#heads.get(item.chain)
    if (!head) throw new Error(`no chain ${item.chain}`)
    const { became, note, salt } = await this.#outcome(ruling)
    const row = {
      ...this.#circumstances,
      chain: item.chain,
      place: head.head + 1,
      change: item.id,
      kind: item.kind,
      thing: item.change && thingOf(item.change),
      digest: item.digest,
      verdict: 'row' in ruling ? ('applied' as const) : ('refused' as const),
      problem: 'problem' in ruling ? JSON.stringify(ruling.problem) : null,
      was: ruling.was,
      became,
      note,
      salt,
      at: item.at,
      previous: head.hash,
    }
    const hash = await this.#seal.hash(row)
    this.#heads.set(item.chain, { id: item.chain, head: row.place, hash })
    this.#known.set(keyOf(row), { ...row, hash })
    this.rows.push({ ...row, hash })
    if ('row' in ruling) this.#left.set(`${ruling.row.kind} ${ruling.row.id}`, ruling.row)
  }

  /** The rows that the applied changes of this request have left, each once: these and no others are written. */
  left<Kind extends Row['kind']>(kind: Kind): Extract<Row, { kind: Kind }>[] {
    const isOfKind = (row: Row): row is Extract<Row, { kind: Kind }> => row.kind === kind
    return [...this.#left.values()].filter(isOfKind)
  }

  async #outcome(ruling: Ruling): Promise<Pick<LedgerRow, 'became' | 'note' | 'salt'>> {
    if ('problem' in ruling) return { became: null, note: null, salt: null }
    const { number: _, ...row } = ruling.row
    if (row.kind !== 'entry') return { became: JSON.stringify(row), note: null, salt: null }
    const { note, ...rest } = row
    const salt = crypto.randomUUID()
    const noteDigest = await this.#seal.noteDigest(note, salt)
    return { became: JSON.stringify({ ...rest, noteDigest }), note, salt }
  }

  /** How the chains' heads move when the rows are appended. */
  moves(): Move[] {
    return this.#read.flatMap((read) => {
      const next = this.#heads.get(read.id)
      return next && next.head > read.head
        ? { id: read.id, from: read.head, to: next.head, hash: next.hash }
        : []
    })
  }

  /** The answer to each item, in order. `numbers`: what SQLite gave the appended rows. */
  verdicts(items: readonly Item[], numbers: readonly (Known & { number: number })[]): Verdict[] {
    const given = new Map(numbers.map((row) => [keyOf(row), row.number]))
    return items.map((item) => {
      const key = keyOf({ chain: item.chain, change: item.id })
      const row = this.#known.get(key)
      if (!row) throw new Error(`no verdict on ${item.id}`)
      const number = 'number' in row ? row.number : (given.get(key) ?? 0)
      if (row.digest === item.digest) return verdictOf({ ...row, number })
      return { id: item.id, number, verdict: 'refused', problem: { code: 'change.reused' } }
    })
  }
}

/** The row a ledger row says its change left; null for a refusal. An erased note is empty. */
export const rowOf = ({ became, note, number }: LedgerRecord): Row | null =>
  became === null ? null : v.parse(RowSchema, { ...JSON.parse(became), note: note ?? '', number })

/** A stored verdict as it is answered, the first time and every time after. */
function verdictOf(row: LedgerRecord): Verdict {
  const { change: id, number } = row
  const left = rowOf(row)
  if (row.verdict === 'applied' && left) return { id, number, verdict: 'applied', row: left }
  if (row.verdict === 'late') return { id, number, verdict: 'late' }
  return { id, number, verdict: 'refused', problem: v.parse(AnyRefusal, JSON.parse(row.problem ?? '{}')) }
}
