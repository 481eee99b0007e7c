/** Which components are ported, and how the macros' options become their props. Used by the fixtures test only. */
import type { ComponentType } from 'preact';
import { BackLink } from './back-link.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Button } from './button.tsx';
import { CharacterCount } from './character-count.tsx';
import { Checkboxes } from './checkboxes.tsx';
import { DateInput } from './date-input.tsx';
import { Details } from './details.tsx';
import { ErrorMessage } from './error-message.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { ExitThisPage } from './exit-this-page.tsx';
import { Fieldset } from './fieldset.tsx';
import { FileUpload } from './file-upload.tsx';
import { Footer } from './footer.tsx';
import { GenericHeader } from './generic-header.tsx';
import { Hint } from './hint.tsx';
import { Input } from './input.tsx';
import { InsetText } from './inset-text.tsx';
import { Label } from './label.tsx';
import { NotificationBanner } from './notification-banner.tsx';
import { Pagination } from './pagination.tsx';
import { Panel } from './panel.tsx';
import { PhaseBanner } from './phase-banner.tsx';
import { Radios } from './radios.tsx';
import { Select } from './select.tsx';
import { ServiceNavigation } from './service-navigation.tsx';
import { SkipLink } from './skip-link.tsx';
import { SummaryList } from './summary-list.tsx';
import { Table } from './table.tsx';
import { Tabs } from './tabs.tsx';
import { Tag } from './tag.tsx';
import { TaskList } from './task-list.tsx';
import { Textarea } from './textarea.tsx';
import { WarningText } from './warning-text.tsx';

type Options = Record<string, unknown>;
type Port = { component: ComponentType<Options>; props: (options: Options) => Options };

/** The option `text` of the macro is what stands between the tags in TSX. */
const inside = ({ text, ...rest }: Options): Options => ({ ...rest, children: text });
const same = (options: Options): Options => options;

function port(component: unknown, props = same): Port {
  return { component: component as ComponentType<Options>, props };
}

export const ported: Readonly<Record<string, Port>> = {
  'back-link': port(BackLink, inside),
  breadcrumbs: port(Breadcrumbs),
  button: port(Button, inside),
  'character-count': port(CharacterCount),
  checkboxes: port(Checkboxes),
  'date-input': port(DateInput),
  details: port(Details, inside),
  'error-message': port(ErrorMessage, inside),
  'error-summary': port(ErrorSummary),
  'exit-this-page': port(ExitThisPage, inside),
  fieldset: port(Fieldset, inside),
  'file-upload': port(FileUpload),
  footer: port(Footer),
  'generic-header': port(GenericHeader),
  hint: port(Hint, inside),
  input: port(Input),
  'inset-text': port(InsetText, inside),
  label: port(Label, ({ for: control, ...label }) => ({ label, for: control })),
  'notification-banner': port(NotificationBanner, ({ text, ...rest }) =>
    typeof text === 'string' ? { ...rest, text } : { ...rest, children: text },
  ),
  pagination: port(Pagination),
  panel: port(Panel, inside),
  'phase-banner': port(PhaseBanner, inside),
  radios: port(Radios),
  select: port(Select),
  'service-navigation': port(ServiceNavigation),
  'skip-link': port(SkipLink, inside),
  'summary-list': port(SummaryList),
  table: port(Table),
  tabs: port(Tabs),
  tag: port(Tag, inside),
  'task-list': port(TaskList),
  textarea: port(Textarea),
  'warning-text': port(WarningText, inside),
};
