import { workerData } from 'node:worker_threads';
import { serveLayers } from './image/layer-worker.ts';

serveLayers(workerData);
