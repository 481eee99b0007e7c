/**
 * Saving, made visible. `text` is the whole sentence, for example "Saved 14:02, only you can see this until you submit".
 * The autosave script rewrites it in place; the quiet live region lets a screen reader hear of it without interruption.
 */
export function DraftStatus({ text }: { text?: string | undefined }) {
  return (
    <p class="gt-draft-status" data-draft-status role="status">
      {text ?? 'Nothing to save yet. Only you can see this until you submit.'}
    </p>
  );
}
