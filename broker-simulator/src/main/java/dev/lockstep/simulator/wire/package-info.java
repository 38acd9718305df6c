/**
 * JSON formats of Alpaca's API: requests are parsed leniently, responses contain every key that
 * Alpaca sends.
 */
@NullMarked
package dev.lockstep.simulator.wire;

import org.jspecify.annotations.NullMarked;
