/** What the domain needs from outside: a repository, a broker, ids. */
@NullMarked
package dev.lockstep.domain.port;

import org.jspecify.annotations.NullMarked;
