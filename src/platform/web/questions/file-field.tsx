import { FileUpload } from '../govuk/file-upload.tsx';
import { messageFor } from '../form-values.ts';
import type { FieldState } from '../form-values.ts';
import { labelOf } from './question.ts';
import type { Question } from './question.ts';

export type FileFieldProps = Question &
  FieldState & {
    multiple?: boolean | undefined;
    /** File types offered by the browser's dialog, for example ".pdf,.docx"; the server checks again. */
    accept?: string | undefined;
  };

/** A file to send along. The form's enctype must be multipart/form-data; a browser never fills it in again after an error. */
export function FileField(props: FileFieldProps) {
  return (
    <FileUpload
      name={props.name}
      label={labelOf(props)}
      hint={props.hint}
      multiple={props.multiple}
      errorMessage={messageFor(props, props.name)}
      attributes={props.accept ? { accept: props.accept } : undefined}
    />
  );
}
