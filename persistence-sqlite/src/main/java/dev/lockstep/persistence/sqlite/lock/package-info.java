/** Waiting for somebody else's lock, within one deadline. */
@NullMarked
package dev.lockstep.persistence.sqlite.lock;

import org.jspecify.annotations.NullMarked;
