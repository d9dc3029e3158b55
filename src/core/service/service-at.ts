// The Service that has an address, apart from all else of names, since the page's first part asks it, too.
import type { Address } from '../model/cidr.ts';
import type { Service } from '../model/service.ts';

/** Null where none has it. Nodes lead what goes there on to the pods behind (SEMANTICS 1.27). */
export function serviceAt(
  services: readonly Service[],
  { family, value }: Pick<Address, 'family' | 'value'>,
): Service | null {
  const isIt = (own: Address) => own.family === family && own.value === value;
  const found =
    services.find(({ addresses }) => addresses.some(isIt)) ??
    services.find(({ outerAddresses }) => outerAddresses.some(isIt));
  return found ?? null;
}
