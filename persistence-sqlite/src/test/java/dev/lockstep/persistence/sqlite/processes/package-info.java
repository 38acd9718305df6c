/** Tests of the database with several real processes, which are suspended and killed. */
@NullMarked
package dev.lockstep.persistence.sqlite.processes;

import org.jspecify.annotations.NullMarked;
