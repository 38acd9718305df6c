/** Health checks of the database. */
@NullMarked
package dev.lockstep.persistence.sqlite.inspection;

import org.jspecify.annotations.NullMarked;
