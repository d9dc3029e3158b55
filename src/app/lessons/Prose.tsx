// The words of a lesson as elements of the page; never as HTML.
import { useMemo, useState } from 'react';
import { type Block, type Inline, readInline, readMarkdown } from '../../lessons/markdown.ts';
import type { Words } from './words/words.ts';

interface Props {
  readonly text: string;
  readonly words: Words;
  /** Types commands in the terminal. */
  readonly onType: (commands: string) => void;
}

export function Prose({ text, words, onType }: Props) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return (
    <div className="prose">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text never change places
        <BlockView key={at} block={block} words={words} onType={onType} />
      ))}
    </div>
  );
}

/** One line of it, without paragraphs. */
export function Line({ text }: { text: string }) {
  return <Inlines content={readInline(text)} />;
}

function BlockView({ block, words, onType }: Omit<Props, 'text'> & { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines content={block.content} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: likewise
            <li key={at}>
              <Inlines content={item} />
            </li>
          ))}
        </ul>
      );
    default:
      return (
        <div>
          <pre
            lang="en"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are read by scrolling, also with the keyboard
            tabIndex={0}
            className={block.kind === 'commands' ? 'is-commands' : undefined}
          >
            <code>{block.kind === 'commands' ? <Unbroken text={block.text} /> : block.text}</code>
          </pre>
          {block.kind !== 'output' && (
            <div className="block-tools">
              <Copy text={block.text} words={words} />
              {block.kind === 'commands' && (
                <button
                  type="button"
                  className="button is-small"
                  onClick={() => onType(block.text)}
                >
                  {words.type}
                </button>
              )}
            </div>
          )}
        </div>
      );
  }
}

/** A line may end before an option and not in it: `--` alone at its end would mean something else. */
function Unbroken({ text }: { text: string }) {
  return text.split(/(?<=\s)(?=-)|(?<=-\S*)(?=\s)/).map((part, at) =>
    part.startsWith('-') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: likewise
      <span key={at} className="option">
        {part}
      </span>
    ) : (
      part
    ),
  );
}

function Inlines({ content }: { content: readonly Inline[] }) {
  return content.map((part, at) => {
    switch (part.kind) {
      case 'bold':
        // biome-ignore lint/suspicious/noArrayIndexKey: likewise
        return <strong key={at}>{part.text}</strong>;
      case 'code':
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: likewise
          <code key={at} lang="en">
            {part.text}
          </code>
        );
      case 'link':
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: likewise
          <a key={at} className="link" href={part.address} target="_blank" rel="noreferrer">
            {part.text}
          </a>
        );
      default:
        return keptTogether(part.text);
    }
  });
}

/** No line begins with a mark that French sets a space before, and none ends with an opening one. */
function keptTogether(text: string): string {
  return text.replace(/ (?=[;:!?»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0');
}

function Copy({ text, words }: { text: string; words: Words }) {
  const [isCopied, setCopied] = useState(false);
  // Missing where the page is not served over https.
  if (navigator.clipboard === undefined) return null;
  return (
    <button
      type="button"
      className="button is-quiet is-small"
      onClick={() =>
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => undefined,
        )
      }
    >
      {isCopied ? words.copied : words.copy}
    </button>
  );
}
