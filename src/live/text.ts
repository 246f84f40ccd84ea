const texts = new WeakMap<object, string>();

/** The JSON of a result that many are sent, which is kept for them. */
export function shareText(result: object): string {
  const text = JSON.stringify(result);
  texts.set(result, text);
  return text;
}

/** The JSON of a result. */
export const textOf = (result: object): string => texts.get(result) ?? JSON.stringify(result);
