// Whose timesheets these are, as it stands on paper.
export const company = 'ABC Inc.'
