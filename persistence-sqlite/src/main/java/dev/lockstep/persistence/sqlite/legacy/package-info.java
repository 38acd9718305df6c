/** Reader of BA2 databases: mapping of their tables and values to the domain's import model. */
@NullMarked
package dev.lockstep.persistence.sqlite.legacy;

import org.jspecify.annotations.NullMarked;
