import type { z } from 'zod';

/** A field of a form's shape: its name, and values its shape would take where it is one of a list. */
export interface FieldFacts {
  name: string;
  options: readonly string[];
}

interface Definition {
  type?: string;
  shape?: Record<string, Part>;
  entries?: Record<string, string | number>;
  values?: readonly unknown[];
  in?: Part;
  out?: Part;
  innerType?: Part;
  element?: Part;
  options?: readonly Part[];
  left?: Part;
  right?: Part;
}
interface Part {
  _zod: { def: Definition };
}

const inside = ({ in: from, out, innerType, element, options = [], left, right }: Definition): Part[] =>
  [from, out, innerType, element, left, right, ...options].filter((part) => part !== undefined);

function optionsOf(part: Part): string[] {
  const { def } = part._zod;
  if (def.type === 'enum') return Object.values(def.entries ?? {}).map(String);
  if (def.type === 'literal') return (def.values ?? []).map(String);
  if (def.type === 'boolean') return ['yes', ''];
  return inside(def).flatMap(optionsOf);
}

/** The fields a form's shape names, however it is wrapped; none for a shape that takes anything. Read from the shape itself. */
export function fieldsOf(shape: z.ZodType): FieldFacts[] {
  const find = (part: Part): FieldFacts[] => {
    const { def } = part._zod;
    if (def.shape) return Object.entries(def.shape).map(([name, field]) => ({ name, options: optionsOf(field) }));
    return inside(def).flatMap(find);
  };
  return find(shape as unknown as Part);
}
