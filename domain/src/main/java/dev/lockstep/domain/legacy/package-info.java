/** The book of another platform, as far as it can be read: its accounts, its orders, its flaws. */
@NullMarked
package dev.lockstep.domain.legacy;

import org.jspecify.annotations.NullMarked;
