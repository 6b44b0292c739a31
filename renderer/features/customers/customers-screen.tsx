import { useScreenParams } from '#renderer/stores/navigation.ts';
import './customers.css';
import { RiskScreen } from './risk/risk-screen.tsx';
import { ThreadScreen } from './thread/thread-screen.tsx';

/** Whom do we wrong, and what is it like to be this customer of ours? */
export function CustomersScreen() {
  const { customerId } = useScreenParams('customers');
  return customerId === undefined ? <RiskScreen /> : <ThreadScreen key={customerId} customerId={customerId} />;
}
