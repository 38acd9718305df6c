/** Commands that report on the account. */
@NullMarked
package dev.lockstep.app.cli.report;

import org.jspecify.annotations.NullMarked;
