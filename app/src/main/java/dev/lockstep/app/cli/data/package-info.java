/** Commands for the database: audit, replay, backup, import, export. */
@NullMarked
package dev.lockstep.app.cli.data;

import org.jspecify.annotations.NullMarked;
