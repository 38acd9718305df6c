/** Tests of lock retries without a database. */
@NullMarked
package dev.lockstep.persistence.sqlite.lock;

import org.jspecify.annotations.NullMarked;
