import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where tests take minutes each. Together they disturb nobody but each other; at the end they would run alone. */
const LONG = 'test/torture/';

/** The longest begin first, and the rest as vitest has it. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      relative(this.ctx.config.root, moduleId).startsWith(LONG);
    return [...usual.filter(isLong), ...usual.filter(one => !isLong(one))];
  }
}
