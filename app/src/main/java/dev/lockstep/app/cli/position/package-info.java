/** Commands for positions, adjustments and the account. */
@NullMarked
package dev.lockstep.app.cli.position;

import org.jspecify.annotations.NullMarked;
