import { workerData } from 'node:worker_threads';
import { serveBatches } from './worker.ts';

serveBatches(workerData);
