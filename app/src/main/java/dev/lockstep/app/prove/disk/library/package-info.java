/**
 * The library that is preloaded into a process: it records what happens to files, makes calls fail,
 * and stops the process.
 */
@NullMarked
package dev.lockstep.app.prove.disk.library;

import org.jspecify.annotations.NullMarked;
