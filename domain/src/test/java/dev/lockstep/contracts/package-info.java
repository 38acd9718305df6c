/** Fakes, sample values and helpers that the contract suites and the tests of adapters share. */
@NullMarked
package dev.lockstep.contracts;

import org.jspecify.annotations.NullMarked;
