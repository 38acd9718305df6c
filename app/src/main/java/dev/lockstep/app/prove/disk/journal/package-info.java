/**
 * What a process did to the files of a folder, and the states in which a crash could have left
 * them.
 */
@NullMarked
package dev.lockstep.app.prove.disk.journal;

import org.jspecify.annotations.NullMarked;
