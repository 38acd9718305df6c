/** Architecture rules, one in each file; the first sentence of each class states its rule. */
@NullMarked
package dev.lockstep.architecture.law;

import org.jspecify.annotations.NullMarked;
