// A field to search a list with; what it is to find stands in it, and is said to those who do not see it.
interface Props {
  label: string
  value: string
  onValue: (value: string) => void
}

export const SearchField = ({ label, value, onValue }: Props) => (
  <input
    class="input"
    type="search"
    aria-label={label}
    placeholder={label}
    value={value}
    onInput={(event) => onValue(event.currentTarget.value)}
  />
)
