/** Commands for trading keys. */
@NullMarked
package dev.lockstep.app.cli.key;

import org.jspecify.annotations.NullMarked;
