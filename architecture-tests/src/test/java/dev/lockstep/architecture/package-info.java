/** Tests of the codebase against the architecture rules, and of the rules against fixtures. */
@NullMarked
package dev.lockstep.architecture;

import org.jspecify.annotations.NullMarked;
