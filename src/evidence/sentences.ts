const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, with the spaces after each: joined they are the text. A line ends a sentence. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const line of text.split(/(?<=\n)/)) {
    for (const { segment } of segmenter.segment(line)) {
      open += segment;
      if (NO_END.test(open)) continue;
      sentences.push(open);
      open = '';
    }
  }
  return open ? [...sentences, open] : sentences;
}

// "1." at the start of a line is the marker of a list, and "approx." no end.
const NO_END = /(?:^\s*\d{1,2}[.)]|\b(?:approx|vs|no|e\.g|i\.e)\.)\s*$/i;

/** The sentences that no further piece of the text can change, and what is left. */
export function finishedSentences(text: string): { finished: string[]; rest: string } {
  const sentences = sentencesOf(text);
  if (text.endsWith('\n')) return { finished: sentences, rest: '' };
  const rest = sentences.pop() ?? '';
  return { finished: sentences, rest };
}
