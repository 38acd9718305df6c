/** The laws of the house, one file each; the first sentence of each file is the law. */
@NullMarked
package dev.lockstep.architecture.law;

import org.jspecify.annotations.NullMarked;
