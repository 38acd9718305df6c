/** The laws of the house, one per file; the tests hold every module to them. */
@NullMarked
package dev.lockstep.architecture;

import org.jspecify.annotations.NullMarked;
