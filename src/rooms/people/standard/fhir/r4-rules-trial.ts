import { z } from 'zod';

/** For tests: the rules of FHIR R4 (4.0.1) for the resources the index speaks, written from the specification and apart from the code:
 *  shapes, how often an element may stand, value sets, the invariants of Bundle, no empty lists, no empty objects, no nulls. */
const id = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/);
const code = z.string().regex(/^[^\s]+(\s[^\s]+)*$/);
const text = z
  .string()
  .min(1)
  .refine((it) => it.trim() !== '', 'no text of spaces alone');
const uri = z.string().regex(/^\S+$/);
const date = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);
const some = <S extends z.ZodType>(one: S) => z.array(one).min(1);

const coding = z.strictObject({ system: uri.optional(), version: text.optional(), code: code.optional(), display: text.optional() });
const concept = z.strictObject({ coding: some(coding).optional(), text: text.optional() });
const period = z.strictObject({ start: date.optional(), end: date.optional() });

/** ext-1: an extension has either extensions or a value, never both and never neither. */
interface Ext {
  url: string;
  extension?: Ext[] | undefined;
  [value: string]: unknown;
}
const extension: z.ZodType<Ext> = z.lazy(() =>
  z
    .strictObject({
      url: uri,
      extension: some(extension).optional(),
      valueCode: code.optional(),
      valueString: text.optional(),
      valueDecimal: z.number().finite().optional(),
      valueBoolean: z.boolean().optional(),
      valueCodeableConcept: concept.optional(),
    })
    .refine((it) => Object.keys(it).filter((key) => key.startsWith('value')).length + (it.extension ? 1 : 0) === 1, 'ext-1'),
);
const matchGrades = ['certain', 'probable', 'possible', 'certainly-not'];
const gradeIsKnown = (all: readonly Ext[] | undefined): boolean =>
  (all ?? [])
    .filter(({ url }) => url === 'http://hl7.org/fhir/StructureDefinition/match-grade')
    .every((it) => matchGrades.includes(String(it['valueCode'])));

const patient = z.strictObject({
  resourceType: z.literal('Patient'),
  id: id,
  meta: z.strictObject({ versionId: id.optional(), lastUpdated: instant.optional(), security: some(coding).optional() }).optional(),
  extension: some(extension).optional(),
  identifier: some(
    z.strictObject({
      use: z.enum(['usual', 'official', 'temp', 'secondary', 'old']).optional(),
      system: uri.optional(),
      value: text.optional(),
      period: period.optional(),
      extension: some(extension).optional(),
    }),
  ).optional(),
  active: z.boolean().optional(),
  name: some(
    z
      .strictObject({
        use: z.enum(['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden']).optional(),
        text: text.optional(),
        family: text.optional(),
        given: some(text).optional(),
        prefix: some(text).optional(),
        suffix: some(text).optional(),
        period: period.optional(),
      })
      .refine((it) => it.family !== undefined || it.given !== undefined || it.text !== undefined),
  ).optional(),
  gender: z.enum(['male', 'female', 'other', 'unknown']).optional(),
  birthDate: date.optional(),
  address: some(
    z.strictObject({
      use: z.enum(['home', 'work', 'temp', 'old', 'billing']).optional(),
      text: text.optional(),
      line: some(text).optional(),
      city: text.optional(),
      district: text.optional(),
      postalCode: text.optional(),
      period: period.optional(),
    }),
  ).optional(),
  link: some(
    z.strictObject({
      other: z.strictObject({ reference: z.string().regex(/^Patient\/[A-Za-z0-9\-.]{1,64}$/) }),
      type: z.enum(['replaced-by', 'replaces', 'refer', 'seealso']),
    }),
  ).optional(),
});

const issueTypes = [
  ...['invalid', 'structure', 'required', 'value', 'invariant', 'security', 'login', 'unknown', 'expired', 'forbidden', 'suppressed'],
  ...['processing', 'not-supported', 'duplicate', 'multiple-matches', 'not-found', 'deleted', 'too-long', 'code-invalid', 'extension'],
  ...['too-costly', 'business-rule', 'conflict', 'transient', 'lock-error', 'no-store', 'exception', 'timeout', 'incomplete'],
  ...['throttled', 'informational'],
];
const outcome = z.strictObject({
  resourceType: z.literal('OperationOutcome'),
  id: id.optional(),
  issue: some(
    z.strictObject({
      severity: z.enum(['fatal', 'error', 'warning', 'information']),
      code: z.enum(issueTypes as [string, ...string[]]),
      details: concept.optional(),
      diagnostics: text.optional(),
      expression: some(text).optional(),
    }),
  ),
});

const entry = z.strictObject({
  fullUrl: uri.optional(),
  resource: z.discriminatedUnion('resourceType', [patient, outcome]),
  search: z.strictObject({
    mode: z.enum(['match', 'include', 'outcome']),
    score: z.number().min(0).max(1).optional(),
    extension: some(extension).refine(gradeIsKnown, 'match-grade is none of the value set').optional(),
  }),
});
const bundle = z
  .strictObject({
    resourceType: z.literal('Bundle'),
    id,
    type: z.literal('searchset'),
    timestamp: instant.optional(),
    total: z.int().min(0),
    entry: some(entry).optional(),
  })
  .refine(
    (it) => it.total === (it.entry ?? []).filter(({ search }) => search.mode === 'match').length,
    'total counts the matches alone (3.1.1.5)',
  )
  .refine((it) =>
    (it.entry ?? []).every(({ resource, search }) => (resource.resourceType === 'OperationOutcome') === (search.mode === 'outcome')),
  )
  .refine(
    (it) =>
      new Set((it.entry ?? []).flatMap(({ fullUrl }) => fullUrl ?? [])).size === (it.entry ?? []).filter(({ fullUrl }) => fullUrl).length,
    'bdl-7',
  );

const capability = z
  .object({
    resourceType: z.literal('CapabilityStatement'),
    status: z.enum(['draft', 'active', 'retired', 'unknown']),
    date,
    kind: z.enum(['instance', 'capability', 'requirements']),
    implementation: z.object({ description: text }).optional(),
    fhirVersion: z.literal('4.0.1'),
    format: some(code),
    rest: some(
      z.object({
        mode: z.enum(['client', 'server']),
        resource: some(
          z.object({
            type: z.literal('Patient'),
            interaction: some(z.object({ code: z.enum(['read', 'search-type']) })),
            searchParam: some(
              z.object({
                name: text,
                type: z.enum(['number', 'date', 'string', 'token', 'reference', 'composite', 'quantity', 'uri', 'special']),
              }),
            ),
            operation: some(z.object({ name: text, definition: uri })),
          }),
        ),
      }),
    ),
  })
  .refine((it) => it.kind !== 'instance' || it.implementation, 'cpb-15: an instance says its implementation');

const rules = z.union([bundle, patient, outcome, capability]);

/** What of a resource breaks the rules, in words; nothing where all hold. */
export function brokenRules(resource: unknown): string[] {
  const read = { Bundle: bundle, Patient: patient, OperationOutcome: outcome, CapabilityStatement: capability }[
    String((resource as { resourceType?: unknown } | null)?.resourceType)
  ];
  const result = (read ?? rules).safeParse(resource);
  return result.success ? [] : result.error.issues.map((it) => `${it.path.join('.')}: ${it.message}`);
}
