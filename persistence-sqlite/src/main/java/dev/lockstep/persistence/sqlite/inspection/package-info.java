/** What a check-up of the database finds. */
@NullMarked
package dev.lockstep.persistence.sqlite.inspection;

import org.jspecify.annotations.NullMarked;
