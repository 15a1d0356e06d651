// A letter to somebody, or to several who do not learn of each other, begun in the mail program of whoever writes it
// (RFC 6068).

/** The address of a link that begins it. */
export function mailTo(addresses: readonly string[], subject: string): string {
  const to = addresses.map((address) => encodeURIComponent(address).replaceAll('%40', '@')).join(',')
  const about = `subject=${encodeURIComponent(subject)}`
  return addresses.length === 1 ? `mailto:${to}?${about}` : `mailto:?bcc=${to}&${about}`
}
