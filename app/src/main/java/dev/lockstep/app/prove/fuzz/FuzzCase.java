package dev.lockstep.app.prove.fuzz;

import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.parser.FuzzTargets;

/**
 * One input of a run.
 *
 * @param target the target
 * @param seed of the run
 * @param number the input's number
 * @param input the input
 */
record FuzzCase(FuzzTargets target, long seed, long number, FuzzInput input) {}
