// A strict reader of the XML that we write: elements, attributes, text and the five entities. Whatever is
// not well-formed throws.

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** All text directly in it. */
  readonly text: string;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const NAME = '[A-Za-z_][A-Za-z0-9_.-]*';
const OPEN = new RegExp(`^<(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`);
const CLOSE = new RegExp(`^</(${NAME})\\s*>`);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

export function parseXml(xml: string): Element {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(head)) throw new Error('no declaration');
  if (FORBIDDEN.test(xml) || /\p{Cs}/u.test(xml)) throw new Error('a letter that XML forbids');
  const { element, rest } = parseElement(xml.slice(head.length));
  if (rest.trim() !== '') throw new Error(`behind the root: ${rest.slice(0, 40)}`);
  return element;
}

function parseElement(text: string): { readonly element: Element; readonly rest: string } {
  const open = OPEN.exec(text);
  if (open === null) throw new Error(`no element: ${text.slice(0, 60)}`);
  const [all, name = '', written = '', isEmpty] = open;
  const attributes = attributesIn(written);
  let rest = text.slice(all.length);
  const children: Element[] = [];
  let own = '';
  if (isEmpty === '/') return { element: { name, attributes, children, text: '' }, rest };
  for (;;) {
    const close = CLOSE.exec(rest);
    if (close !== null) {
      if (close[1] !== name) throw new Error(`${name} ends as ${close[1]}`);
      return {
        element: { name, attributes, children, text: own },
        rest: rest.slice(close[0].length),
      };
    }
    if (rest.startsWith('<')) {
      const child = parseElement(rest);
      children.push(child.element);
      rest = child.rest;
    } else {
      const end = rest.indexOf('<');
      if (end === -1) throw new Error(`${name} does not end`);
      if (rest.slice(0, end).includes(']]>')) throw new Error(']]> in a text');
      own += decoded(rest.slice(0, end));
      rest = rest.slice(end);
    }
  }
}

function attributesIn(written: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(
    new RegExp(`(${NAME})="([^"]*)"`, 'g'),
  )) {
    if (found.has(name)) throw new Error(`${name} stands twice`);
    found.set(name, decoded(value.replace(/[\t\n\r]/g, ' ')));
  }
  return found;
}

function decoded(text: string): string {
  return text.replace(/&([^;]*);?/g, (all, name: string) => {
    const number = /^#([0-9]+)$/.exec(name);
    if (number !== null && all.endsWith(';')) return String.fromCodePoint(Number(number[1]));
    const letter = ENTITIES.get(name);
    if (letter === undefined || !all.endsWith(';')) throw new Error(`what is ${all}?`);
    return letter;
  });
}
