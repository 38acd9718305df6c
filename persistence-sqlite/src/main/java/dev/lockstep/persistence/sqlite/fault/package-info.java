/** What is done when the disk or the file below the database fails. */
@NullMarked
package dev.lockstep.persistence.sqlite.fault;

import org.jspecify.annotations.NullMarked;
