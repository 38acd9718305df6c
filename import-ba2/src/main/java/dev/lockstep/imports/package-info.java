/**
 * Imports the orders of another platform, once however often it runs: the use case, and that
 * platform's accounts and orders as values.
 */
@NullMarked
package dev.lockstep.imports;

import org.jspecify.annotations.NullMarked;
