/** Tests of the stories, on a repository in memory and a broker made of code. */
@NullMarked
package dev.lockstep.domain.usecase;

import org.jspecify.annotations.NullMarked;
