/** Tests of TLS. */
@NullMarked
package dev.lockstep.app.tls;

import org.jspecify.annotations.NullMarked;
