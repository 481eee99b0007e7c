import type { ComponentChildren } from 'preact';
import { classNames, wordsOf, written } from './wording.ts';
import type { Attributes, Wording } from './wording.ts';

export type NavigationItem = {
  text?: ComponentChildren;
  href?: string | undefined;
  /** The page itself. */
  current?: boolean | undefined;
  /** The section the page is in. */
  active?: boolean | undefined;
  attributes?: Attributes | undefined;
};

export type ServiceNavigationProps = {
  serviceName?: string | undefined;
  serviceUrl?: string | undefined;
  navigation?: readonly (NavigationItem | null | undefined | false | '')[] | undefined;
  menuButtonText?: string | undefined;
  menuButtonLabel?: string | undefined;
  navigationLabel?: string | undefined;
  navigationId?: string | undefined;
  navigationClasses?: string | undefined;
  collapseNavigationOnMobile?: boolean | undefined;
  ariaLabel?: string | undefined;
  slots?: {
    start?: ComponentChildren;
    end?: Wording | { text?: ComponentChildren; align?: string };
    navigationStart?: ComponentChildren;
    navigationEnd?: ComponentChildren;
  };
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

function Item({ item }: { item: NavigationItem }) {
  const here = item.active || item.current;
  const words = here ? <strong class="govuk-service-navigation__active-fallback">{item.text}</strong> : item.text;
  const current = here ? (item.current ? 'page' : 'true') : undefined;
  const link = (
    <a class="govuk-service-navigation__link" href={item.href} aria-current={current} {...written(item.attributes)}>
      {words}
    </a>
  );
  const plain = item.text ? (
    <span class="govuk-service-navigation__text" aria-current={current}>
      {words}
    </span>
  ) : null;
  return (
    <li class={classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {item.href ? link : plain}
    </li>
  );
}

function MenuButton({ props, menu, id }: { props: ServiceNavigationProps; menu: string; id: string }) {
  const label = props.menuButtonLabel && props.menuButtonLabel !== menu ? props.menuButtonLabel : undefined;
  return (
    <button
      type="button"
      class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
      aria-controls={id}
      aria-label={label}
      hidden
      aria-hidden="true"
    >
      {menu}
    </button>
  );
}

function Navigation({ props }: { props: ServiceNavigationProps }) {
  const items = (props.navigation ?? []).filter((item) => Boolean(item)) as NavigationItem[];
  if (!items.length && !props.slots?.navigationStart && !props.slots?.navigationEnd) return null;
  const menu = props.menuButtonText || 'Menu';
  const id = props.navigationId || 'navigation';
  const collapses = props.collapseNavigationOnMobile ?? items.length > 1;
  return (
    <nav aria-label={props.navigationLabel || menu} class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}>
      {collapses ? <MenuButton props={props} menu={menu} id={id} /> : null}
      <ul class="govuk-service-navigation__list" id={id}>
        {props.slots?.navigationStart}
        {items.map((item) => (
          <Item item={item} />
        ))}
        {props.slots?.navigationEnd}
      </ul>
    </nav>
  );
}

function ServiceName({ name, url }: { name: string; url: string | undefined }) {
  return (
    <span class="govuk-service-navigation__service-name">
      {url ? (
        <a href={url} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  );
}

/** Where one can go: by what people do. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { slots } = props;
  const end = wordsOf(slots?.end as Wording);
  const inline = typeof slots?.end === 'object' && slots.end !== null && 'align' in slots.end && slots.end.align === 'inline';
  const own = {
    class: classNames('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...written(props.attributes),
  };
  const content = (
    <div class={classNames('govuk-width-container', inline && 'govuk-service-navigation__inlining-container')}>
      {slots?.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName ? <ServiceName name={props.serviceName} url={props.serviceUrl} /> : null}
        <Navigation props={props} />
      </div>
      {end}
    </div>
  );
  const named = Boolean(props.serviceName || slots?.start || end);
  return named ? (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...own}>
      {content}
    </section>
  ) : (
    <div {...own}>{content}</div>
  );
}
