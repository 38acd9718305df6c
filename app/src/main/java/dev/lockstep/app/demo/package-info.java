/**
 * The main job end to end: many callers, several processes, one simulator, and the count
 * afterwards.
 */
@NullMarked
package dev.lockstep.app.demo;

import org.jspecify.annotations.NullMarked;
