/** What the domain needs from outside: a repository, a broker, the market's prices, ids. */
@NullMarked
package dev.lockstep.domain.port;

import org.jspecify.annotations.NullMarked;
