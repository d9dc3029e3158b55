// Ranges of addresses, with commas between them.
import { typedRanges } from '../../../core/index.ts';
import { TextField } from './TextField.tsx';

interface Props {
  readonly label: string;
  readonly about: string;
  readonly example: string;
  readonly ranges: readonly string[];
  readonly onChange: (ranges: readonly string[]) => void;
}

export function RangesField({ label, about, example, ranges, onChange }: Props) {
  return (
    <TextField
      label={label}
      about={about}
      placeholder={`Unknown, for example ${example}`}
      text={ranges.join(', ')}
      read={typedRanges}
      onChange={onChange}
    />
  );
}
