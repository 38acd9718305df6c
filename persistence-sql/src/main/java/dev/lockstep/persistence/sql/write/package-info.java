/** The process's single writer: write units, group commits and their queue. */
@NullMarked
package dev.lockstep.persistence.sql.write;

import org.jspecify.annotations.NullMarked;
