import { Table } from '../govuk/table.tsx';

const shortcuts = [
  ['/', 'Go to search'],
  ['n', 'Take the next one, where a page offers it'],
  ['?', 'Open this help'],
];

/**
 * The single-key shortcuts and the way to turn them off (WCAG 2.1.4). The switch is kept in a cookie of this browser;
 * without JavaScript there are no shortcuts, so the button is not shown.
 */
export function KeyboardHelp() {
  return (
    <section>
      <h2 class="govuk-heading-m" id="keyboard">
        Keyboard shortcuts
      </h2>
      <p class="govuk-body">One key does it, unless you are typing in a box. Everything can also be reached with the Tab key.</p>
      <Table
        caption="Keys and what they do"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Key', 'What it does']}
        rows={shortcuts.map(([key, does]) => [<kbd>{key}</kbd>, does])}
      />
      <button type="button" class="govuk-button govuk-button--secondary" data-shortcuts-switch hidden>
        Turn single-key shortcuts off
      </button>
    </section>
  );
}
