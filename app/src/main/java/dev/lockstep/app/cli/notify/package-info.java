/** Commands for the channels of notifications. */
@NullMarked
package dev.lockstep.app.cli.notify;

import org.jspecify.annotations.NullMarked;
