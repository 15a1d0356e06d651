// What this app reads of the server's answers. A newer server may send kinds of rows that an older app does not know:
// they are passed over, so that an old app can still deliver. The app that knows them starts a new copy.
import * as v from 'valibot'
import { Answer, FeedRow, Page } from '#domain/sync.ts'

const kinds = new Set<string>(FeedRow.options.map((option) => option.entries.kind.literal))

const AnyRow = v.union([
  FeedRow,
  v.pipe(
    v.looseObject({ kind: v.string() }),
    v.check(({ kind }) => !kinds.has(kind)),
    v.transform(() => null),
  ),
])

const known = (rows: (v.InferOutput<typeof FeedRow> | null)[]) => rows.filter((row) => row !== null)

/** A page of the feed, without the rows of unknown kinds. */
export const FeedAnswer: v.GenericSchema<unknown, Page> = v.object({
  ...Page.entries,
  rows: v.pipe(v.array(AnyRow), v.transform(known)),
})

/** The answer to a push of exactly these ids: a verdict for each, in their order, or it is no answer. */
export const pushAnswer = (ids: readonly string[]) =>
  v.pipe(
    v.object({ verdicts: Answer.entries.verdicts, news: v.optional(FeedAnswer) }),
    v.check(
      ({ verdicts }) =>
        verdicts.length === ids.length && verdicts.every(({ id }, index) => id === ids[index]),
    ),
  )
