import { z } from 'zod';
import { defineCommand } from './command.ts';
import { free } from './edit.ts';

const id = z.string().min(1).max(200);

/** Takes one customer's record for the same person as another's, because both state the same value in a field. */
export const joinCustomer = defineCommand('customer.join', z.strictObject({
  customerId: id, keptId: id, field: z.string().min(1).max(400), value: z.string().min(1).max(2000),
}), free('A record that is joined already, or states something else by now, is refused.'));

/** Parts a joined record from the one it was joined into; everything that was its own goes back to it. */
export const splitCustomer = defineCommand('customer.split', z.strictObject({ customerId: id }), free('A record that is split already is refused; nothing of a joined record is edited.'));
