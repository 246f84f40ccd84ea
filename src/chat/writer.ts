import type { Evidence } from '../evidence/evidence.ts';
import { allFacts, type Fact, type Facts } from '../evidence/facts.ts';
import { linksIn } from '../evidence/links.ts';
import { check } from '../evidence/numbers.ts';
import { finishedSentences, sentencesOf } from '../evidence/sentences.ts';
import type { Source } from './source.ts';

const MOST_EVIDENCE = 50;

/** A sentence whose numbers are not those of the sources. */
export interface Rejected {
  text: string;
  wrong: string[];
}

/** Writes sentences of which every number stands in a source, and cites them. */
export interface Writer {
  /** The text so far. */
  text(): string;
  evidence(): Evidence[];
  /** Text of the model, as it arrives. Sentences are told once it is clear that they are the answer. */
  write(piece: string): void;
  /** What was written was said on the way to an answer: what was not told yet is forgotten. */
  forget(): void;
  /** No more text comes. What was rejected waits for `mend`, and with it what comes after it. */
  end(): Rejected[];
  /** Puts these in the place of what was rejected; what is rejected again is left to the sources' own words. */
  mend(sentences: readonly (string | undefined)[]): void;
}

interface Sentence {
  text: string;
  used: Fact[];
  wrong: string[];
}

/** A writer of one answer from sources, to which more may be added while it writes. */
export function createWriter(
  sources: readonly Source[],
  always: Facts,
  tell: (sentence: string) => void,
): Writer {
  let unfinished = '';
  let waiting: Sentence[] = [];
  // A sentence with a number of a source is the answer; before one, it may be a word before a call.
  let isAnswer = false;
  let told = '';
  const cited = new Map<string, Evidence>();
  const stated = new Set<Source>();

  const judge = (text: string): Sentence => {
    // Of equal numbers, the one that was found last is most likely the one that was looked for.
    const facts = sources.map((source) => source.facts).toReversed();
    const { used, unsupported: wrong } = check(text, allFacts([...facts, always]));
    return { text, used, wrong: [...wrong, ...linksIn(text)] };
  };

  function say({ text, used }: Sentence): void {
    for (const fact of used) {
      const source = sources.find(({ facts }) => facts.numbers.includes(fact));
      if (!source) continue;
      stated.add(source);
      const key = `${sources.indexOf(source)} ${fact.path}`;
      if (!cited.has(key) && cited.size < MOST_EVIDENCE) cited.set(key, source.cite(fact, text));
    }
    told += text;
    tell(text);
  }

  function flush(): void {
    isAnswer ||= waiting.some(({ used, wrong }) => used.length > 0 && wrong.length === 0);
    if (!isAnswer) return;
    const stop = waiting.findIndex(({ wrong }) => wrong.length > 0);
    for (const sentence of waiting.splice(0, stop < 0 ? waiting.length : stop)) say(sentence);
  }

  /** What the sources say that no sentence has stated yet. */
  function ownWords(): string {
    const left = sources.filter((source) => source.statement && !stated.has(source));
    for (const source of left) stated.add(source);
    return left.map((source) => source.statement).join(' ');
  }

  return {
    text: () => told,
    evidence: () => [...cited.values()],
    write(piece) {
      const { finished, rest } = finishedSentences(unfinished + piece);
      unfinished = rest;
      waiting.push(...finished.map(judge));
      flush();
    },
    forget() {
      unfinished = '';
      waiting = [];
    },
    end() {
      waiting.push(...sentencesOf(unfinished).map(judge));
      unfinished = '';
      isAnswer = true;
      flush();
      return waiting.flatMap(({ text, wrong }) => (wrong.length > 0 ? [{ text, wrong }] : []));
    },
    mend(sentences) {
      let place = 0;
      waiting = waiting.flatMap((sentence) => {
        if (sentence.wrong.length === 0) return [sentence];
        const space = /\s*$/.exec(sentence.text)?.[0] ?? '';
        const again = sentences[place++]?.trim();
        if (again === '') return [];
        const mended = again === undefined ? null : judge(again + space);
        if (mended?.wrong.length === 0) return [mended];
        const own = ownWords();
        // What a source says is true of it, even where a name in it reads like a number.
        return own ? [{ ...judge(own + space), wrong: [] }] : [];
      });
      flush();
    },
  };
}
