/** Commands that check the platform: sync, verify, status, health, incidents, doctor. */
@NullMarked
package dev.lockstep.app.cli.health;

import org.jspecify.annotations.NullMarked;
