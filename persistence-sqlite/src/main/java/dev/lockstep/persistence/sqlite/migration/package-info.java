/** Forward-only schema migrations. */
@NullMarked
package dev.lockstep.persistence.sqlite.migration;

import org.jspecify.annotations.NullMarked;
