/** Online backups of the database. */
@NullMarked
package dev.lockstep.persistence.sqlite.backup;

import org.jspecify.annotations.NullMarked;
