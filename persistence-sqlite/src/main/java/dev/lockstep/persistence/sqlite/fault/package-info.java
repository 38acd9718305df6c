/** Handling of disk and file faults. */
@NullMarked
package dev.lockstep.persistence.sqlite.fault;

import org.jspecify.annotations.NullMarked;
