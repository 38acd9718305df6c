/** Reader of BA2 databases: mapping of their tables and values to the import's model. */
@NullMarked
package dev.lockstep.imports.ba2;

import org.jspecify.annotations.NullMarked;
