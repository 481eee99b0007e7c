/** A thread that makes lines for COPY; the loader asks for one share at a time. */
import { parentPort } from 'node:worker_threads';
import { linesOfFamilies, type Share } from './lines-of-families.ts';

parentPort?.on('message', (share: Share) => parentPort?.postMessage(linesOfFamilies(share)));
