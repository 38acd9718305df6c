/** API keys, and the private files they are read from. */
@NullMarked
package dev.lockstep.app.config.key;

import org.jspecify.annotations.NullMarked;
