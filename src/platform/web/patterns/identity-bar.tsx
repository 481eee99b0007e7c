import type { ComponentChildren } from 'preact';
import { Tag } from '../govuk/tag.tsx';

export type IdentityBarProps = {
  /** As the child likes it. */
  name: string;
  /** The name on official papers, when it is another. */
  officialName?: string | undefined;
  /** In years and months, for example "9 years and 4 months"; for an unborn child when it is due. */
  age: string;
  /** For example "3 July 2017". */
  dateOfBirth?: string | undefined;
  /** In words, for example "Mum and Nan"; says so when it may not be shown. */
  livesWith?: string | undefined;
  leadProfessional?: { name: string; role?: string; href?: string } | undefined;
  /** Words, with a colour of the design system beside them, for example { text: 'Child in need', colour: 'purple' }. */
  statuses?: readonly { text: string; colour?: string }[] | undefined;
  /** What to know before a visit or a call. */
  warnings?: readonly string[] | undefined;
  /** How many services are involved, and where they are listed. */
  services?: { count: number; href: string } | undefined;
  /** Why the record is restricted, for those who may open it. */
  restricted?: string | undefined;
  /** The child's page; left out on the page itself. */
  href?: string | undefined;
};

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div class="gt-identity__fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Lead({ lead }: { lead: IdentityBarProps['leadProfessional'] }) {
  if (!lead) return <>Nobody yet</>;
  const words = lead.role ? `${lead.name}, ${lead.role}` : lead.name;
  return lead.href ? (
    <a class="govuk-link" href={lead.href}>
      {words}
    </a>
  ) : (
    <>{words}</>
  );
}

function servicesInWords(count: number): string {
  if (count === 0) return 'No services known';
  return count === 1 ? '1 service involved' : `${count} services involved`;
}

function Facts(props: IdentityBarProps) {
  return (
    <dl class="gt-identity__facts">
      <Fact term="Age">{props.age}</Fact>
      {props.dateOfBirth ? <Fact term="Born">{props.dateOfBirth}</Fact> : null}
      <Fact term="Lives with">{props.livesWith ?? 'Not known'}</Fact>
      <Fact term="Lead professional">
        <Lead lead={props.leadProfessional} />
      </Fact>
      {props.services ? (
        <Fact term="Who is involved">
          <a class="govuk-link" href={props.services.href}>
            {servicesInWords(props.services.count)}
          </a>
        </Fact>
      ) : null}
    </dl>
  );
}

/** Who this page is about: the same bar on every page about a child, and on paper. */
export function IdentityBar(props: IdentityBarProps) {
  const { name, officialName, statuses = [], warnings = [], restricted, href } = props;
  return (
    <section class="gt-identity" aria-label={`About ${name}`}>
      <div class="gt-identity__top">
        <p class="gt-identity__name">
          {href ? (
            <a class="govuk-link" href={href}>
              {name}
            </a>
          ) : (
            name
          )}
        </p>
        {officialName && officialName !== name ? <p class="gt-identity__official">({officialName})</p> : null}
        {restricted ? <Tag classes="govuk-tag--red">Restricted</Tag> : null}
        {statuses.map(({ text, colour }) => (
          <Tag classes={colour ? `govuk-tag--${colour}` : undefined}>{text}</Tag>
        ))}
      </div>
      <Facts {...props} />
      {restricted ? <p class="gt-identity__restricted">Restricted: {restricted}</p> : null}
      {warnings.length > 0 ? (
        <ul class="gt-identity__warnings" aria-label="Warnings">
          {warnings.map((warning) => (
            <li>
              <strong>Warning:</strong> {warning}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
