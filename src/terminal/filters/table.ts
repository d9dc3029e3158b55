// Commands that work on text alone: they are the same outside and inside of a pod.
import type { Command } from '../command.ts';
import { echo } from './echo.ts';
import { grep } from './grep.ts';

export const TEXT_COMMANDS: readonly Command[] = [echo, grep];
