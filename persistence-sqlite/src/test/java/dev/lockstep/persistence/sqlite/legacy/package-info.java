/** Databases of BA2 of every age, and what is read of them. */
@NullMarked
package dev.lockstep.persistence.sqlite.legacy;

import org.jspecify.annotations.NullMarked;
