import type { ComponentChildren } from 'preact';
import { Descriptions, FormGroup, describedBy } from './form-group.tsx';
import type { Described, FormGroupOptions } from './form-group.tsx';
import { Label } from './label.tsx';
import type { LabelOptions } from './label.tsx';
import { classNames, translations, wordsOf, written } from './wording.ts';
import type { Attributes, Message, Wording } from './wording.ts';

export type FileUploadProps = Described & {
  name?: string | undefined;
  /** Falls back to the name. */
  id?: string | undefined;
  label?: Wording<LabelOptions>;
  /** Adds a drop zone where scripts run. */
  javascript?: boolean | undefined;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  wrapperClasses?: string | undefined;
  wrapperAttributes?: Attributes | undefined;
  chooseFilesButtonText?: string | undefined;
  noFileChosenText?: string | undefined;
  multipleFilesChosenText?: Message | undefined;
  dropInstructionText?: string | undefined;
  enteredDropZoneText?: string | undefined;
  leftDropZoneText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  formGroup?: FormGroupOptions | undefined;
};

function DropZone({ props, children }: { props: FileUploadProps; children: ComponentChildren }) {
  if (!props.javascript) return <>{children}</>;
  const messages = translations({
    'choose-files-button': props.chooseFilesButtonText,
    'no-file-chosen': props.noFileChosenText,
    'multiple-files-chosen': props.multipleFilesChosenText,
    'drop-instruction': props.dropInstructionText,
    'entered-drop-zone': props.enteredDropZoneText,
    'left-drop-zone': props.leftDropZoneText,
  });
  return (
    <div
      class={classNames('govuk-file-upload-wrapper', props.wrapperClasses)}
      data-module="govuk-file-upload"
      {...messages}
      {...written(props.wrapperAttributes)}
    >
      {children}
    </div>
  );
}

/** A file to send with the form (the form's enctype must be multipart/form-data). */
export function FileUpload(props: FileUploadProps) {
  const id = props.id || props.name;
  const wrong = Boolean(props.errorMessage);
  return (
    <FormGroup error={wrong} options={props.formGroup}>
      <Label label={props.label} for={id} />
      <Descriptions id={id} field={props} />
      {wordsOf(props.formGroup?.beforeInput)}
      <DropZone props={props}>
        <input
          class={classNames('govuk-file-upload', props.classes, wrong && 'govuk-file-upload--error')}
          id={id}
          name={props.name}
          type="file"
          disabled={props.disabled}
          multiple={props.multiple}
          aria-describedby={describedBy(id, props, props.describedBy)}
          {...written(props.attributes)}
        />
      </DropZone>
      {wordsOf(props.formGroup?.afterInput)}
    </FormGroup>
  );
}
