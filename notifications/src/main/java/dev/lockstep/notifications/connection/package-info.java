/** Connections to web servers and mail servers. */
@NullMarked
package dev.lockstep.notifications.connection;

import org.jspecify.annotations.NullMarked;
