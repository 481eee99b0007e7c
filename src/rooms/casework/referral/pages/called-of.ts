/** What a child is called on a list. */
export const calledOf = (row: { given_name: string | null; family_name: string | null; preferred_name: string | null }): string =>
  [row.preferred_name ?? row.given_name, row.family_name].filter(Boolean).join(' ') || 'Name not known';
