// A field for any name and port that a program in the pod might dial.
import { type FormEvent, useState } from 'react';
import type { PeerIndex } from '../../../core/index.ts';
import type { EngineClient } from '../../../worker/client.ts';
import type { Actions } from '../../actions.ts';
import { NameChain } from './NameChain.tsx';

interface Props {
  readonly client: EngineClient;
  readonly version: number;
  readonly index: PeerIndex;
  readonly actions: Actions;
}

interface Question {
  readonly name: string;
  readonly port: number | string | null;
}

export function AskName(props: Props) {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('name');
    setQuestion(typeof text === 'string' ? questionOf(text) : null);
  };
  return (
    <>
      <form className="ask-name" onSubmit={ask}>
        <input
          className="input"
          name="name"
          maxLength={260}
          autoComplete="off"
          spellCheck={false}
          placeholder="Any name:port"
          aria-label="Name and port to ask for, as db-0.db:5432"
        />
        <button type="submit" className="button">
          Ask
        </button>
      </form>
      {question !== null && <NameChain {...props} {...question} />}
    </>
  );
}

/** `name`, `name:80`, `name:http`; an IPv6 address has colons of its own. */
function questionOf(text: string): Question | null {
  const [, name = '', port] =
    /^\s*(?:\w+:\/\/)?([^\s/]+?)(?::([a-z0-9-]{1,15}))?(?:\/.*)?\s*$/i.exec(text) ?? [];
  if (name === '') return null;
  if (name.includes(':')) return { name: text.trim(), port: null };
  if (port === undefined) return { name, port: null };
  return { name, port: /^[0-9]+$/.test(port) ? Number(port) : port };
}
