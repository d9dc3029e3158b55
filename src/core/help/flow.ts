// Text in brackets, as JSON is, → the tree it seems to be, and what the cursor is about to write in it.
import { resolvePlain } from '../manifests/scalar.ts';
import type { Entry, ScalarTree, Tree } from '../manifests/tree.ts';
import type { Range } from '../model/span.ts';
import type { Spot, Step } from './loose.ts';
import { isBlankAt, lineEnd, opensQuote, quoteEnd, unquoted } from './rows.ts';

export interface Flow {
  readonly tree: Tree;
  readonly spot: Spot | null;
}

/** Deeper than any manifest. */
const MAX_DEPTH = 100;

/** Never fails: what is missing is taken as empty. Paths are relative to the value in brackets. */
export function readFlow(text: string, range: Range, cursor: number | null): Flow {
  let at = range.start;
  let spot: Spot | null = null;

  const skip = () => {
    while (at < range.end) {
      if (text[at] === '#' && isBlankAt(text, at - 1)) at = lineEnd(text, at);
      else if (isBlankAt(text, at)) at += 1;
      else return;
    }
  };

  const note = (form: Spot['form'], path: readonly Step[], word: Range, hasColon = false) => {
    if (cursor === null || spot !== null) return;
    spot = {
      form,
      path,
      word,
      text: unquoted(text.slice(word.start, word.end)),
      column: 0,
      hasColon,
      needsSpace: form === 'value' && word.start === word.end && text[cursor - 1] === ':',
      inFlow: true,
      list: null,
      needsDash: false,
    };
  };

  const isIn = (from: number, to: number) => cursor !== null && cursor >= from && cursor <= to;

  /** A word: quoted, or up to what ends one. */
  function word(): Range {
    const start = at;
    const letter = text[at];
    if ((letter === '"' || letter === "'") && opensQuote(text, at)) {
      at = Math.min(quoteEnd(text, at, range.end) ?? lineEnd(text, at), range.end);
      return { start, end: at };
    }
    while (at < range.end && !endsWord(text, at)) at += 1;
    return { start, end: start + text.slice(start, at).trimEnd().length };
  }

  function scalar(place: Range): ScalarTree {
    const written = text.slice(place.start, place.end);
    const isQuoted = written.startsWith('"') || written.startsWith("'");
    const words = unquoted(written);
    return {
      type: 'scalar',
      range: place,
      value: isQuoted ? words : resolvePlain(words),
      text: words,
    };
  }

  function value(path: readonly Step[], depth: number, form: Spot['form']): Tree {
    if (depth < MAX_DEPTH && text[at] === '{') return map(path, depth);
    if (depth < MAX_DEPTH && text[at] === '[') return list(path, depth);
    const place = word();
    // A bracket too many or too deep must not hold us up.
    if (at === place.start && at < range.end && !/[,\]}]/.test(text[at] ?? '')) at += 1;
    if (isIn(place.start, place.end)) note(form, path, place);
    return scalar(place);
  }

  function map(path: readonly Step[], depth: number): Tree {
    const start = at;
    const entries: Entry[] = [];
    at += 1;
    for (;;) {
      const from = at;
      skip();
      if (at >= range.end || text[at] === '}' || text[at] === ']') {
        if (isIn(from, at)) note('key', path, here());
        break;
      }
      if (text[at] === ',') {
        if (isIn(from, at)) note('key', path, here());
        at += 1;
        continue;
      }
      const key = word();
      if (at === key.start) at += 1;
      const name = unquoted(text.slice(key.start, key.end));
      skip();
      const hasColon = text[at] === ':';
      if (isIn(key.start, key.end)) note('key', path, key, hasColon);
      let held: Tree = scalar({ start: key.end, end: key.end });
      if (hasColon) {
        at += 1;
        const colon = at;
        skip();
        const inner = [...path, name];
        if (at >= range.end || text[at] === ',' || text[at] === '}') {
          if (isIn(colon, at)) note('value', inner, here());
        } else held = value(inner, depth + 1, 'value');
        entries.push({ key: name, keyRange: key, value: held });
      }
    }
    if (text[at] === '}') at += 1;
    return { type: 'map', range: { start, end: at }, entries };
  }

  function list(path: readonly Step[], depth: number): Tree {
    const start = at;
    const items: Tree[] = [];
    at += 1;
    for (;;) {
      const from = at;
      skip();
      const inner = [...path, items.length];
      const isOver = at >= range.end || text[at] === ']' || text[at] === '}';
      if (isOver || text[at] === ',') {
        if (isIn(from, at)) note('either', inner, here());
        if (isOver) break;
        at += 1;
        continue;
      }
      items.push(value(inner, depth + 1, 'either'));
    }
    if (text[at] === ']') at += 1;
    return { type: 'list', range: { start, end: at }, items };
  }

  function here(): Range {
    const offset = cursor ?? at;
    return { start: offset, end: offset };
  }

  skip();
  const tree = value([], 0, 'value');
  return { tree, spot };
}

function endsWord(text: string, at: number): boolean {
  const letter = text[at] as string;
  if (/[,{}[\]\n]/.test(letter)) return true;
  if (letter === ':') return isBlankAt(text, at + 1) || /[,{}[\]"']/.test(text[at + 1] ?? '');
  return letter === '#' && isBlankAt(text, at - 1);
}
