// Shows in the page why a flow that a command met with is as it is.
import type { Why } from '../../terminal/terminal.ts';
import { outlookOf } from '../outlook.ts';
import type { Page } from '../start.ts';

/** Selects the flow, or the end of it that the picture knows. */
export function explain({ store, actions }: Pick<Page, 'store' | 'actions'>, why: Why): void {
  const { answer } = store.getState();
  if (answer === null) return;
  const { source, destination } = why;
  const outlook = outlookOf(answer);
  const knows = (id: string) => outlook.indexOf(id) !== undefined;
  if (knows(source) && knows(destination)) {
    actions.select({ kind: 'flow', source, destination });
  } else if (knows(source)) {
    actions.select({ kind: 'peer', id: source });
    actions.say(`The picture does not show ${destination}; here is what ${source} may reach.`);
  } else {
    actions.say(`The picture does not show ${source} any more.`);
    return;
  }
  actions.setView('details');
}
