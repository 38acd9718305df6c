/** Tests the main job with real processes, ended in order and killed. */
@NullMarked
package dev.lockstep.app.demo;

import org.jspecify.annotations.NullMarked;
