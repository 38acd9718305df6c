/** Tests of the BA2 reader. */
@NullMarked
package dev.lockstep.imports.ba2;

import org.jspecify.annotations.NullMarked;
