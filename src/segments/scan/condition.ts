import { type Field, isEventField } from '../fields.ts';

/** A filter whose texts are numbers of terms already. Every condition is true or false, never unknown. */
export type Condition =
  /** The field is one of the ids (0: is absent); with `except`, none of them. */
  | { is: 'term'; field: Field; ids: readonly number[]; except: boolean }
  | { is: 'pageview' }
  | { is: 'all' | 'any'; of: readonly Condition[] }
  | { is: 'not'; of: Condition };

/** Whether it is told by the visit alone. */
export function isOfVisit(condition: Condition): boolean {
  switch (condition.is) {
    case 'term':
      return !isEventField(condition.field);
    case 'pageview':
      return false;
    case 'not':
      return isOfVisit(condition.of);
    default:
      return condition.of.every(isOfVisit);
  }
}

/** The conditions that must all hold. */
export function conjuncts(condition: Condition): readonly Condition[] {
  return condition.is === 'all' ? condition.of.flatMap(conjuncts) : [condition];
}
