/** The ports of the domain: repository, broker, market data, ids. */
@NullMarked
package dev.lockstep.domain.port;

import org.jspecify.annotations.NullMarked;
