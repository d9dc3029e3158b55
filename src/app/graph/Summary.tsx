// The flows of the picture as a list, for those who hear it.
import { memo } from 'react';
import type { Drawing } from '../../core/index.ts';
import { namesOf, sentenceOf, wayText } from './words.ts';

/** More would not be listened to, and the table has them all. */
const MOST = 500;

export const Summary = memo(function Summary({ drawing }: { drawing: Drawing }) {
  const nameOf = namesOf(drawing);
  const left = drawing.links.length - MOST;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without list marks Safari does not announce a list.
    <ul role="list" className="graph-summary" aria-label="Flows drawn">
      {drawing.links.slice(0, MOST).map((link) => (
        <li key={link.id}>{sentenceOf(link, nameOf)}</li>
      ))}
      {drawing.ways?.map((way) => (
        <li key={`${way.source} ${way.destination}`}>{wayText(way, nameOf)}</li>
      ))}
      {left > 0 && <li>{`and ${left} more`}</li>}
    </ul>
  );
});
