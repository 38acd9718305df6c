/** TLS of the listeners by a certificate and a key in PEM files, reloaded when they change. */
@NullMarked
package dev.lockstep.app.tls;

import org.jspecify.annotations.NullMarked;
