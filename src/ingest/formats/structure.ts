// What makes JSON costly is not its length but its parts: an object of 300,000 keys took JSON.parse most of a second, 2,000,000
// nested lists of 4 MB (4 KB packed) more than one.

// As deep as an event's properties in the deepest envelope, and as much again.
const MAX_DEPTH = 32;
// Commas and colons of 1,000 events of 100 properties, with what their SDKs tell besides.
const MAX_PARTS = 400_000;
// Of one object: an event has at most 100 properties.
const MAX_KEYS = 2_000;
// Shorter ones cannot have enough parts to matter.
const HARMLESS = 16 * 1024;

const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** Whether JSON has more parts than events can need; seen without parsing it. */
export function isExcessive(text: string): boolean {
  if (text.length <= HARMLESS) return false;
  // How many members the objects and lists that are open may still have, from the outermost.
  const room = new Int32Array(MAX_DEPTH + 1).fill(MAX_PARTS);
  let depth = 0;
  let parts = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === COMMA || code === COLON) {
      if (++parts > MAX_PARTS) return true;
      if (code === COMMA) {
        const left = (room[depth] ?? 0) - 1;
        if (left < 0) return true;
        room[depth] = left;
      }
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > MAX_DEPTH) return true;
      room[depth] = code === OPEN_OBJECT ? MAX_KEYS : MAX_PARTS;
    } else if ((code === CLOSE_LIST || code === CLOSE_OBJECT) && depth > 0) depth--;
  }
  return false;
}

/** The place of a string's last quote; of the text's end where there is none. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}
