/** The way to a page of an enquiry, as a sentence: Front door > Hub enquiries > Contact C-2041 > ... */
export const enquiryCrumbs = (enquiryId: string, reference: string, label?: string): { href?: string; label: string }[] => [
  { href: '/front-door', label: 'Front door' },
  { href: '/front-door/hub', label: 'Hub enquiries' },
  ...(label
    ? [{ href: `/front-door/hub/${enquiryId}`, label: `About contact ${reference}` }, { label }]
    : [{ label: `About contact ${reference}` }]),
];
