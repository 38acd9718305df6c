/** Connections to other programs' databases: the only package that opens them. */
@NullMarked
package dev.lockstep.imports.connection;

import org.jspecify.annotations.NullMarked;
