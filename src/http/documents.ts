import { type DocumentNode, Lexer, Source, TokenKind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { COST_LIMITS, MAX_DOCUMENT, MAX_TOKENS } from '../limits.ts';
import { tooComplex } from './cost.ts';

// Characters of the longest document that is kept, parsed, for the next request, and of all that are: a parsed document
// takes many times its text. A dashboard has 3,000.
const LONGEST_KEPT = 10_000;
const ALL_KEPT = 4_000_000;

/**
 * Refuses documents that are too long before they are parsed, and keeps those that were run: what is refused, for whatever
 * reason, takes no memory.
 */
export function keepDocuments(): Plugin {
  const kept = new LRUCache<string, DocumentNode>({
    max: 1_024,
    maxSize: ALL_KEPT,
    sizeCalculation: (_, text) => text.length + 1,
  });
  const texts = new WeakMap<DocumentNode, string>();
  const run = new WeakSet<DocumentNode>();

  const onRun = ({ args }: { args: { document: DocumentNode } }): void => {
    const { document } = args;
    if (run.has(document)) return;
    const text = texts.get(document);
    if (text === undefined || text.length > LONGEST_KEPT) return;
    run.add(document);
    kept.set(text, document);
  };
  return {
    onParse({ params: { source }, setParsedDocument, parseFn, setParseFn }) {
      const text = String(source);
      const known = kept.get(text);
      if (known) return setParsedDocument(known);
      setParseFn((unparsed, options) => {
        checkText(text);
        const document = parseFn(unparsed, options) as DocumentNode;
        texts.set(document, text);
        return document;
      });
    },
    onValidate({ params: { documentAST }, setResult }) {
      // Of one schema, by the same rules: it was valid.
      if (run.has(documentAST)) setResult([]);
    },
    onExecute: onRun,
    onSubscribe: onRun,
  };
}

/** Throws QUERY_TOO_COMPLEX where a document has too many characters, tokens or aliases. */
function checkText(text: string): void {
  if (text.length > MAX_DOCUMENT) throw tooComplex('characters', MAX_DOCUMENT, text.length);
  const lexer = new Lexer(new Source(text));
  let [aliases, parentheses, tokens] = [0, 0, 0];
  for (;;) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) break;
    if (++tokens > MAX_TOKENS) throw tooComplex('tokens', MAX_TOKENS);
    if (kind === TokenKind.PAREN_L) parentheses++;
    else if (kind === TokenKind.PAREN_R) parentheses--;
    // Outside of arguments and variables only an alias has a colon.
    else if (kind === TokenKind.COLON && parentheses === 0) aliases++;
  }
  if (aliases > COST_LIMITS.aliases) throw tooComplex('aliases', COST_LIMITS.aliases, aliases);
}
