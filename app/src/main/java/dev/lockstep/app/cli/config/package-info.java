/** Commands for settings and shell completion. */
@NullMarked
package dev.lockstep.app.cli.config;

import org.jspecify.annotations.NullMarked;
