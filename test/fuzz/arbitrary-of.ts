import fc from 'fast-check';
import { z } from 'zod';
import { text } from './strange.ts';

/** The parts of JSON Schema that the frames of the protocol are made of. */
interface Schema {
  oneOf?: Schema[];
  anyOf?: Schema[];
  type?: string;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
}

/**
 * Values that a schema of the protocol takes.
 * @param known what stands in fields of these names, where chance alone would never find a right value
 */
export const arbitraryOf = (
  schema: z.ZodType,
  known: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<unknown> => ofSchema(z.toJSONSchema(schema) as Schema, known);

function ofSchema(schema: Schema, known: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const options = schema.oneOf ?? schema.anyOf;
  if (options) return fc.oneof(...options.map(one => ofSchema(one, known)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return stringOf(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -100, max: Math.min(schema.maximum ?? 100, 100) });
    case 'array':
      return fc.array(ofSchema(schema.items ?? {}, known), { maxLength: Math.min(schema.maxItems ?? 4, 4) });
    case 'object':
      return objectOf(schema, known);
    default:
      throw new Error(`no values are known for ${JSON.stringify(schema).slice(0, 200)}`);
  }
}

function stringOf({ pattern, maxLength }: Schema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return maxLength === undefined ? text : text.map(words => words.slice(0, maxLength));
}

function objectOf(
  { properties = {}, required = [] }: Schema,
  known: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]): [string, fc.Arbitrary<unknown>] => [
    name,
    known[name] ?? ofSchema(schema, known),
  ]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}
