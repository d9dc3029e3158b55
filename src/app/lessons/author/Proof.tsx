// Whether the lesson can be taken as it is written, checked a moment after every change.
import { useEffect, useState } from 'react';
import type { AuthoredLesson } from '../../../lessons/authored.ts';
import { type Complaint, complaintsOf } from '../../../lessons/proof.ts';
import type { AuthorWords } from './words/words.ts';

/** Milliseconds of quiet before the solutions are computed anew. */
const QUIET = 500;

export function Proof({ lesson, words }: { lesson: AuthoredLesson; words: AuthorWords }) {
  const [found, setFound] = useState<readonly Complaint[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setFound(complaintsOf(lesson)), QUIET);
    return () => clearTimeout(timer);
  }, [lesson]);
  return (
    <section className="author-proof" aria-live="polite">
      <h4>{words.proof}</h4>
      {found === null ? (
        <p>{words.checking}</p>
      ) : found.length === 0 ? (
        <p className="is-proven">
          <span aria-hidden="true">✓</span> {words.proven}
        </p>
      ) : (
        <ul>
          {found.map((complaint) => (
            <li key={JSON.stringify(complaint)}>{words.complaint(complaint)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
