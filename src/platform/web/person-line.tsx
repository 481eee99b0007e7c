/** Who is signed in. `role` and `agency` are in words, as the person would say them. */
export type SignedInPerson = { name: string; role: string; agency: string };

type PersonLineProps = { person: SignedInPerson; csrf: string; demonstration: boolean };

/** The one header line: Goldthread, who is signed in and as what (the name leads to their sessions), alerts, search, sign out. */
export function PersonLine({ person, csrf, demonstration }: PersonLineProps) {
  return (
    <div class="gt-header__bar">
      <div class="gt-header__line govuk-width-container">
        <a class="gt-header__name" href="/">
          Goldthread
        </a>
        {demonstration ? <span class="gt-header__demonstration">Demonstration: everyone here is invented</span> : null}
        <p class="gt-header__person">
          <a class="gt-header__link" href="/sessions">
            <strong>{person.name}</strong>
            <span class="govuk-visually-hidden">: your sessions</span>
          </a>
          <span class="gt-header__role">
            , {person.role}, {person.agency}
          </span>
        </p>
        <a class="gt-header__link" href="/alerts">
          Alerts
        </a>
        <a class="gt-header__link" href="/search" data-shortcut="/">
          Search
        </a>
        <form class="gt-header__sign-out" method="post" action="/sign-out" novalidate>
          <input type="hidden" name="_csrf" value={csrf} />
          <button class="gt-header__link" type="submit">
            Sign out
          </button>
        </form>
      </div>
    </div>
  );
}
