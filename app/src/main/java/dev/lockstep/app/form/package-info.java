/**
 * Orders as people write them, on the command line or in a file, read into terms or refused by
 * name.
 */
@NullMarked
package dev.lockstep.app.form;

import org.jspecify.annotations.NullMarked;
