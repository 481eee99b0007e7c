/** What the sample pages have around them. Everyone in the samples is invented. */
import type { ComponentChildren } from 'preact';
import { StaffLayout } from '../layout.tsx';
import type { StaffPage } from '../layout.tsx';

export const nonce = 'sample-nonce';

const navigation = ['Today', 'Front door', 'Families', 'Outcomes', 'Administration'];

/** A staff page of the samples: a contact officer with all of the navigation. */
export function Staff(props: Partial<StaffPage> & { title: string; section: string; children: ComponentChildren }) {
  const { section, children, ...rest } = props;
  return (
    <StaffLayout
      person={{ name: 'Priya Raman', role: 'contact officer', agency: 'Harrow Children’s Services' }}
      navigation={navigation.map((label) => ({ label, href: `/${label.toLowerCase().replace(' ', '-')}`, active: label === section }))}
      nonce={nonce}
      csrf="token"
      demonstration
      {...rest}
    >
      {children}
    </StaffLayout>
  );
}
