/** A TCP proxy on loopback that delays, holds and cuts what passes through it by a seeded plan. */
@NullMarked
package dev.lockstep.app.prove.network.proxy;

import org.jspecify.annotations.NullMarked;
