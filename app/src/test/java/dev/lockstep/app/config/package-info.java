/** Tests what the settings allow and what they refuse. */
@NullMarked
package dev.lockstep.app.config;

import org.jspecify.annotations.NullMarked;
