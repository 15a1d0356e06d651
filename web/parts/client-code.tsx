// Whose project it is, and its code, which is not broken at its hyphen.
interface Props {
  client: string | null
  code: string | null
}

export const ClientCode = ({ client, code }: Props) => (
  <>
    {client}
    {client && code && ' · '}
    {code && <span class="whole">{code}</span>}
  </>
)
