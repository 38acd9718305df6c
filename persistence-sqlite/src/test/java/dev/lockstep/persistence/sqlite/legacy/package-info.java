/** Tests of the BA2 reader. */
@NullMarked
package dev.lockstep.persistence.sqlite.legacy;

import org.jspecify.annotations.NullMarked;
