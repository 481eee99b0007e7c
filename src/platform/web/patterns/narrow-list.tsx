/** A box that hides the rows of a list already on the page. Only a script can do it, so without one the box is not there. */
export function NarrowList({ list, label }: { list: string; label: string }) {
  const id = `${list}-narrow`;
  return (
    <div class="gt-narrow" data-narrow={list} hidden>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <input class="govuk-input govuk-input--width-20" id={id} type="search" autocomplete="off" spellcheck={false} />{' '}
      <span role="status" data-narrow-status />
    </div>
  );
}
