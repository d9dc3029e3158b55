// The folds of a workload while nothing is known of what is in them, so that nothing moves when it is.
import { Fold } from './Fold.tsx';

export const IN_FRONT = 'Services and ways in';
export const REACHABLE = 'Which Services it can reach';

export function Folds() {
  return (
    <div>
      <Fold title={IN_FRONT} count={null} />
      <Fold title={REACHABLE} count={null} />
    </div>
  );
}
