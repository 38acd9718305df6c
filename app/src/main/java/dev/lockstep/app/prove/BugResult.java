package dev.lockstep.app.prove;

import java.time.Duration;

/**
 * Whether a seeded bug was caught.
 *
 * @param bug the bug
 * @param caught whether the check failed as it should
 * @param by the broken invariants, the test that failed, or why nothing was checked
 * @param seeds how many seeds were played until it was caught, or in all; 0 for a test
 * @param took how long that took, the compilation included
 */
public record BugResult(SeededBug bug, boolean caught, String by, int seeds, Duration took) {}
