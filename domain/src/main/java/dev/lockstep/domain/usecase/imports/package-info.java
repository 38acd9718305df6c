/** Imports the orders of a legacy platform's database. */
@NullMarked
package dev.lockstep.domain.usecase.imports;

import org.jspecify.annotations.NullMarked;
