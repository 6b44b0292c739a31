import { argument, UsageError } from '../command.ts';
import type { Command } from '../command.ts';
import { withProject } from '../project-call.ts';

/** `encrypt P [--remove]`: the present passphrase comes from EARSHOT_PASSPHRASE, the new one from standard input. */
export const encryptCommand: Command = {
  name: 'encrypt',
  usage: 'P [--remove] < new-passphrase',
  summary: 'encrypts a project, changes its passphrase, or takes it away',
  options: { remove: { type: 'boolean' } },
  arity: [1, 1],
  async run(call) {
    const current = process.env['EARSHOT_PASSPHRASE'] ?? null;
    if (call.values['remove'] === true) {
      return withProject(argument(call, 0), async ({ client }) => {
        const { removed } = await client.privacy.removePassphrase({ current: current ?? '' });
        return { json: { removed }, text: removed ? 'The project is a plain file again.' : 'The project was not encrypted.' };
      });
    }
    const [next = ''] = (await call.terminal.readInput()).split(/\r?\n/);
    if (next.length < 8) throw new UsageError('Standard input has to hold the new passphrase in its first line: eight characters or more.');
    return withProject(argument(call, 0), async ({ client }) => {
      const { recoveryKey } = await client.privacy.setPassphrase({ current, next });
      return { json: { recoveryKey }, text: `Encrypted. Write the recovery key down now; it is shown once and kept nowhere:\n${recoveryKey}` };
    });
  },
};
