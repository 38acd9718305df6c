/** Commands that show, pause and resume strategies. */
@NullMarked
package dev.lockstep.app.cli.strategy;

import org.jspecify.annotations.NullMarked;
