/** The databases of BA2, a Python platform: what their tables and words mean. */
@NullMarked
package dev.lockstep.persistence.sqlite.legacy;

import org.jspecify.annotations.NullMarked;
