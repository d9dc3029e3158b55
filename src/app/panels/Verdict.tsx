// A verdict as a sign and a word: colour is never the only difference.
import type { Verdict } from '../../core/index.ts';
import { AllowIcon, DenyIcon, DependsIcon } from './icons.tsx';

const WORDS: Readonly<Record<Verdict, string>> = {
  allow: 'Allowed',
  deny: 'Denied',
  depends: 'Depends',
};

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return (
    <span className={`verdict is-${verdict}`}>
      {verdict === 'allow' && <AllowIcon />}
      {verdict === 'deny' && <DenyIcon />}
      {verdict === 'depends' && <DependsIcon />}
      {WORDS[verdict]}
    </span>
  );
}
