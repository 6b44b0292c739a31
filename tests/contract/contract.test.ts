import { openDesktopPipe, openMemoryPipe, openPortPipe, openWebPipe } from '#tests/support/hosts/pipes.ts';
import { describeContract } from './describe-contract.ts';

describeContract('in memory', openMemoryPipe);
describeContract('over a message port', openPortPipe);
describeContract('over a WebSocket', () => openWebPipe());
describeContract('through the desktop frame', openDesktopPipe);
